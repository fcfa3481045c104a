import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { readTaskId } from '../../../schemas/dossier/task.ts';
import type { Action } from '../../../schemas/identity/actions.ts';
import type { OfficerPrincipal, Principal } from '../../../schemas/identity/principal.ts';
import type { StoredTask } from '../../../schemas/stored/task.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import { isPostalOnly } from '../../domain/rights/postal.ts';
import { unitRelation } from '../../domain/rights/relations.ts';
import { roleNames } from '../../domain/wording/names.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import { hasLeft } from '../../records/organization/has-left.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';

/** The task, if the caller may do this with it; one whose existence is hidden from them is not found. */
export async function findTask(
  dossiers: Pick<DossierStore, 'task'>,
  id: string,
  caller: Principal,
  action: Action,
): Promise<{ task: StoredTask; officer: OfficerPrincipal }> {
  const place = readTaskId(id);
  const task = place && (await dossiers.task(place.dossier, place.number));
  if (!task || caller.kind !== 'officer') throw nothingHere();
  demand(caller, action, unitRelation(caller, task.unit));
  if (isPostalOnly(caller) && task.role !== 'reception') throw nothingHere();
  return { task, officer: caller };
}

/** Whether the task's holder no longer works in its unit. */
export async function holderHasLeft(
  organization: Pick<OrganizationStore, 'officer'>,
  { assignee, unit }: Pick<StoredTask, 'assignee' | 'unit'>,
): Promise<boolean> {
  return assignee !== null && hasLeft(await organization.officer(assignee), unit);
}

/** The officer acts in the task's role, and nobody else holds the task. */
export function demandRole(task: StoredTask, officer: OfficerPrincipal): void {
  if (!officer.roles.includes(task.role)) {
    throw new ProblemError(
      'forbidden',
      {
        vi: `Công việc này dành cho vai trò ${roleNames[task.role].vi}.`,
        en: `This task is for the role ${task.role}.`,
      },
      {
        facts: { role: task.role },
      },
    );
  }
  if (task.assignee !== null && task.assignee !== officer.id) {
    throw new ProblemError('task-assigned', {
      vi: 'Công việc đã phân công cho đồng nghiệp; lãnh đạo có thể phân công lại.',
      en: 'This task is assigned to a colleague; a leader can reassign it to you.',
    });
  }
}
