import type { taskOperations } from '../../../schemas/api/operations/tasks.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import { decisionsAt } from '../../domain/dossier/decide.ts';
import { demandNotOwn, isConcerned } from '../../domain/rights/own-dossier.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { roleNames } from '../../domain/wording/names.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import { demandVersion } from '../../records/dossiers/demand-dossier.ts';
import { absenceOf, officerAway } from './away.ts';
import type { TaskDeps } from './deps.ts';
import { signingAt } from './power-to-sign.ts';
import { findTask, holderHasLeft } from './task-rights.ts';
import { viewOf } from './task-view.ts';

type Operation = (typeof taskOperations)['assignTask'];
type View = Reply<Operation>['body'];

/**
 * Takes a task, gives it back or, for leaders, assigns it to a colleague of the unit who has its role and is there. A
 * task held by someone who has left counts as unassigned; one held by someone who is away, for their substitute.
 */
export async function assignTask(deps: TaskDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { assignee } = call.body;
  const find = () => findTask(deps.dossiers, call.params.id, call.caller, 'task.assign');
  const { task: found, officer } = await find();
  const keyring = await deps.keyring();
  const actor = actorOf(officer, keyring, officer.roles.includes('leader') ? 'leader' : found.role);
  // A repeat gets the first answer, whoever holds the task by now.
  const body = await changeDossier<View>(deps, {
    actor,
    repeat: call.repeat,
    code: found.dossier,
    now: () => call.now,
    async decide({ head, rules }) {
      demandNotOwn(head, officer);
      const open = head.tasks.find(({ id }) => id === found.id);
      // Whoever holds it is in the dossier's head, which the commit depends on: of several who take it, one gets it.
      const task = open === undefined || open.assignee === found.assignee ? found : (await find()).task;
      const holder = open ? open.assignee : task.assignee;
      const free =
        holder === null ||
        (await holderHasLeft(deps.organization, { ...task, assignee: holder })) ||
        (await substitutes(deps, officer, { holder, unit: task.unit, now: call.now }));
      demandAssignment(task.role, free ? null : holder, officer, assignee);
      if (assignee !== null && assignee !== officer.id)
        await demandColleague(deps, { id: assignee, by: officer, role: task.role, head, now: call.now });
      if (!open)
        throw new ProblemError('task-closed', {
          vi: 'Công việc đã kết thúc.',
          en: 'The task is closed.',
        });
      demandVersion(call.ifMatch, task.version);
      const decisions = decisionsAt({ rules }, task);
      return {
        events: [{ data: { type: 'assigned', task: task.id, assignee }, opens: [], closes: [] }],
        answer: after => ({ ...viewOf(task, decisions), assignee, version: after.head.version }),
      };
    },
  });
  return { body, version: body.version };
}

function demandAssignment(
  role: OfficerRole,
  holder: string | null,
  officer: OfficerPrincipal,
  assignee: string | null,
): void {
  if (officer.roles.includes('leader')) return;
  const own = officer.roles.some(held => held === role);
  if (!own || (assignee !== null && assignee !== officer.id)) {
    throw new ProblemError('forbidden', {
      vi: 'Chỉ lãnh đạo đơn vị được phân công cho người khác.',
      en: 'Only a leader of the unit may assign tasks to others.',
    });
  }
  if (holder !== null && holder !== officer.id) {
    throw new ProblemError('task-assigned', {
      vi: 'Công việc đã phân công cho đồng nghiệp; lãnh đạo có thể phân công lại.',
      en: 'This task is assigned to a colleague; a leader can reassign it to you.',
    });
  }
}

/** Whether an officer takes over what a colleague holds who is away today. */
async function substitutes(
  deps: TaskDeps,
  { id }: OfficerPrincipal,
  { holder, unit, now }: { readonly holder: string; readonly unit: string; readonly now: Instant },
): Promise<boolean> {
  return holder !== id && (await absenceOf(deps, { officer: holder, unit, now }))?.substitute === id;
}

async function demandColleague(
  deps: TaskDeps,
  {
    id,
    by,
    role,
    head,
    now,
  }: { id: string; by: OfficerPrincipal; role: OfficerRole; head: DossierHead; now: Instant },
): Promise<void> {
  const colleague = await deps.organization.officer(id);
  if (colleague && isConcerned(head, { ...colleague, kind: 'officer' })) throw concerned();
  const away = by.unit === null ? undefined : await absenceOf(deps, { officer: id, unit: by.unit, now });
  if (away) throw officerAway(away);
  const here = colleague?.active === true && colleague.unit === by.unit;
  // Whoever substitutes for a signer has the role by an authorization.
  const signs = here && typeof (await signingAt(deps, { role }, colleague, now)) !== 'string';
  if (!here || !(signs || colleague.roles.some(held => held === role))) {
    throw new ProblemError(
      'request-invalid',
      {
        vi: 'Chỉ phân công được cho cán bộ đang hoạt động của đơn vị có vai trò này.',
        en: 'The task can only be assigned to an active officer of the unit who has its role.',
      },
      {
        faults: [
          {
            pointer: '/assignee',
            message: {
              vi: `tài khoản này không phải của cán bộ có vai trò ${roleNames[role].vi} tại ${by.unit}`,
              en: `${by.unit} has no officer with this account and the role ${role}`,
            },
          },
        ],
      },
    );
  }
}

function concerned(): ProblemError {
  const words = {
    vi: 'Cán bộ này có xung đột lợi ích đối với hồ sơ nên không được phân công.',
    en: 'This officer has an interest in the dossier and cannot be assigned its tasks.',
  };
  const message = {
    vi: 'hãy chọn cán bộ khác',
    en: 'must be somebody without an interest in the dossier',
  };
  return new ProblemError('request-invalid', words, { faults: [{ pointer: '/assignee', message }] });
}
