import type { SuppliedPaper } from '../../../../schemas/dossier/supplied-paper.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { toRfc3339 } from '../../vietnam-time.ts';
import type { SaidOfFee } from '../charge.ts';
import { afterCharge, chargeAnew } from '../charge-anew.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { returnToStep } from '../enter-step.ts';
import { closePause } from '../pauses.ts';
import { promiseAfterPause, underPromise } from '../promise.ts';
import { receptionTask } from '../reception-task.ts';
import { closes } from './closing.ts';

/** What was supplied; recorded by reception at the counter, also what it changes of the fee. */
export interface Supplement extends SaidOfFee {
  readonly components: readonly SuppliedPaper[];
  readonly note?: string | undefined;
}

/**
 * The supplement arrives. Before acceptance the dossier goes back to reception, which has 8 working hours again;
 * after acceptance it goes back to the step that asked, and the legal clock restarts or resumes as the procedure's
 * policy says; a fee that is more now, and due by then, is waited for first.
 */
export function supplement(
  context: DecisionContext,
  task: PlannedTask,
  given: Supplement,
  decision: 'recordSupplement' | 'supplemented',
): NewEvent[] {
  const { now } = context;
  const charge = chargeAnew(context, given);
  const charged = { ...context, head: afterCharge(context.head, charge) };
  const { resumeAt, pauses } = charged.head;
  const promise = resumeAt === null ? null : promiseAfterPause(charged, closePause(pauses, toRfc3339(now)));
  const event: NewEvent = {
    data: {
      type: 'supplemented',
      components: given.components.map(component => ({ ...component })),
      note: given.note ?? null,
      promise,
      ...charge,
    },
    opens: [],
    closes: closes(task, decision),
  };
  if (resumeAt === null || promise === null) return [{ ...event, opens: [receptionTask(context)] }];
  return returnToStep(underPromise(charged, promise), resumeAt, event);
}
