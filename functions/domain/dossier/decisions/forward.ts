import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { leadToStep } from '../enter-step.ts';
import { closes } from './closing.ts';
import { targetOf } from './target.ts';

/** Moves the dossier on to a step that the workflow names. */
export function forward(
  context: DecisionContext,
  task: PlannedTask,
  body: { to?: string | undefined; note?: string | undefined },
): NewEvent[] {
  const { to } = targetOf(context, task, 'forward', body.to);
  return leadToStep(context, to, {
    data: { type: 'forwarded', to, note: body.note ?? null },
    opens: [],
    closes: closes(task, 'forward'),
  });
}

/** Sends the dossier back to an earlier step, with the reason; a pending proposal is dropped. */
export function sendBack(
  context: DecisionContext,
  task: PlannedTask,
  body: { to?: string | undefined; reason: string },
): NewEvent[] {
  const { to } = targetOf(context, task, 'sendBack', body.to);
  return leadToStep(context, to, {
    data: { type: 'sentBack', to, reason: body.reason },
    opens: [],
    closes: closes(task, 'sendBack'),
  });
}
