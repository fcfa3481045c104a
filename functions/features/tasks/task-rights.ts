import { readTaskId } from '../../../schemas/dossier/task.ts';
import type { Action } from '../../../schemas/identity/actions.ts';
import type { OfficerPrincipal, Principal } from '../../../schemas/identity/principal.ts';
import type { StoredTask } from '../../../schemas/stored/task.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import { isPostalOnly } from '../../domain/rights/postal.ts';
import { unitRelation } from '../../domain/rights/relations.ts';
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
