import type { SuppliedPaper } from '../../../../schemas/dossier/supplied-paper.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { toRfc3339 } from '../../vietnam-time.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { backToStep } from '../enter-step.ts';
import { closePause } from '../pauses.ts';
import { promiseAfterPause, underPromise } from '../promise.ts';
import { receptionTask } from '../reception-task.ts';
import { closes } from './closing.ts';

/** What was supplied, and by whom: by the applicant, or recorded by reception at the counter. */
export interface Supplement {
  readonly components: readonly SuppliedPaper[];
  readonly note?: string | undefined;
}

/**
 * The supplement arrives. Before acceptance the dossier goes back to reception, which has 8 working hours again;
 * after acceptance it goes back to the step that asked, and the legal clock restarts or resumes as the procedure's
 * policy says.
 */
export function supplement(
  context: DecisionContext,
  task: PlannedTask,
  given: Supplement,
  decision: 'recordSupplement' | 'supplemented',
): NewEvent[] {
  const { head, now } = context;
  const pauses = closePause(head.pauses, toRfc3339(now));
  const promise = head.resumeAt === null ? null : promiseAfterPause(context, pauses);
  const next =
    head.resumeAt === null || promise === null
      ? receptionTask(context)
      : backToStep(underPromise(context, promise), head.resumeAt);
  return [
    {
      data: {
        type: 'supplemented',
        components: given.components.map(component => ({ ...component })),
        note: given.note ?? null,
        promise,
      },
      opens: [next],
      closes: closes(task, decision),
    },
  ];
}
