import type { SuppliedComponent } from '../../../../schemas/api/decision.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { toRfc3339 } from '../../vietnam-time.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { taskOfStep } from '../enter-step.ts';
import { closePause } from '../pauses.ts';
import { promiseAfterPause } from '../promise.ts';
import { receptionTask } from '../reception-task.ts';
import { closes } from './closing.ts';

/** What was supplied, and by whom: by the applicant, or recorded by reception at the counter. */
export interface Supplement {
  readonly components: readonly SuppliedComponent[];
  readonly note?: string | undefined;
}

/**
 * The supplement arrives. Before acceptance the dossier goes back to reception, who has 8 working hours again; after acceptance it
 * goes back to the step that asked, and the legal clock restarts or resumes as the procedure's policy says.
 */
export function supplement(
  context: DecisionContext,
  task: PlannedTask,
  given: Supplement,
  decision: 'recordSupplement' | 'supplemented',
): NewEvent[] {
  const { head, now } = context;
  const accepted = head.resumeAt !== null;
  const promise = accepted ? promiseAfterPause(context, closePause(head.pauses, toRfc3339(now))) : null;
  const opens = [head.resumeAt !== null ? taskOfStep(context, head.resumeAt) : receptionTask(context)];
  return [
    {
      data: {
        type: 'supplemented',
        components: given.components.map(component => ({ ...component })),
        note: given.note ?? null,
        promise,
      },
      opens,
      closes: closes(task, decision),
    },
  ];
}
