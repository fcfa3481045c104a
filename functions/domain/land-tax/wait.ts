import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import type { DecisionContext, NewEvent } from '../dossier/context.ts';
import { closes } from '../dossier/decisions/closing.ts';
import { pausedOn, resume } from '../dossier/decisions/pause.ts';
import { allowedAt } from '../dossier/decisions/target.ts';
import { lapseApology } from '../dossier/lapse.ts';
import { pauseKindsOn } from '../dossier/pause-kinds.ts';
import { waitingTask } from '../dossier/waiting.ts';
import { dateOf } from '../vietnam-time.ts';
import { LAND_PAUSES } from './obligations.ts';

export type LandWait = keyof typeof LAND_PAUSES;

/** The wait for the tax office or for the payment that is open, and its task; undefined where the clock runs. */
export function landWaitOf(
  head: Pick<DossierHead, 'pauses' | 'tasks'>,
): { readonly wait: LandWait; readonly task: PlannedTask } | undefined {
  const task = waitingTask(head);
  const open = head.pauses.findLast(({ to, cause }) => to === null && cause === 'others');
  const wait = (['notice', 'payment'] as const).find(each => LAND_PAUSES[each] === open?.kind);
  return task?.phase === 'others' && wait ? { wait, task } : undefined;
}

/** The wait is over: the clock goes on, and the dossier is back at its step. */
export function endWait(context: DecisionContext, task: PlannedTask, document: string): NewEvent[] {
  return resume(context, task, { decision: 'resume', document });
}

/** What a wait begins with. */
export interface NextWait {
  readonly wait: LandWait;
  readonly document: string;
  readonly reason: string;
  /** The last day (`YYYY-MM-DD`) of what is waited for, where a document names one. */
  readonly until?: string | null | undefined;
}

/**
 * One wait follows on another without the clock running in between, with whoever had it. The step is not opened: a task
 * that opens and closes in one change would be written twice by one transaction.
 */
export function nextWait(context: DecisionContext, task: PlannedTask, next: NextWait): NewEvent[] {
  const ended = endWait(context, task, next.document).map(event => ({ ...event, opens: [], closes: [] }));
  return [...ended, { ...waits(context, task, next), closes: closes(task, 'resume') }];
}

/** The clock pauses at a step whose workflow allows it; no event where it does not, or the dossier waits already. */
export function beginWait(context: DecisionContext, next: NextWait): NewEvent[] {
  const task = waitingTask(context.head);
  const allowed =
    task && (task.phase === 'step' || task.phase === 'signature') && isAllowed(context, task, next.wait);
  return allowed ? lapseApology(context, [waits(context, task, next)]) : [];
}

/** Whether the workflow allows the pause at a task's step. */
export function isAllowed(
  context: Pick<DecisionContext, 'rules'>,
  task: PlannedTask,
  wait: LandWait,
): boolean {
  return allowedAt(context, task).some(
    option => option.decision === 'pause' && option.kinds.includes(LAND_PAUSES[wait]),
  );
}

/** The officer is reminded by the day that the document names, and otherwise by the limit of the ground. */
function waits(context: DecisionContext, step: PlannedTask, next: NextWait): NewEvent {
  const { head, rules, now } = context;
  const { wait, document, reason, until } = next;
  const kind = pauseKindsOn(head.submittedAt.slice(0, 10)).find(each => each.kind === LAND_PAUSES[wait]);
  if (!kind) throw new TypeError(`law/pauses.json has no ground ${LAND_PAUSES[wait]} on that day`);
  const event = pausedOn(context, step, kind, { reason, document, holder: step.assignee });
  if (!until || until <= dateOf(now)) return event;
  return {
    ...event,
    opens: event.opens.map(task => {
      const { dueAt, alarms } = rules.clockOf(task.unit).closeOf(until, now);
      return { ...task, dueAt, alarms };
    }),
  };
}
