import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { parseInstant } from '../../vietnam-time.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { taskOfStep } from '../enter-step.ts';
import { waitingTask } from '../waiting.ts';
import { closes } from './closing.ts';

/** An agency answers. With the last answer the dossier goes back to the step that asked. A late answer counts, and says it is late. */
export function giveOpinion(
  context: DecisionContext,
  task: PlannedTask,
  body: { opinion: string; agrees?: boolean | undefined },
): NewEvent[] {
  const answer: NewEvent = {
    data: {
      type: 'opinionGiven',
      opinion: body.opinion,
      agrees: body.agrees ?? null,
      late: context.now > parseInstant(task.dueAt),
    },
    opens: [],
    closes: closes(task, 'giveOpinion'),
  };
  const others = openConsultations(context).filter(other => other.id !== task.id);
  return others.length > 0 ? [answer] : [answer, backToStep(context, [], null)];
}

/** The step's holder goes on without the answers still missing, and says why. Silence is not taken for consent. */
export function proceed(context: DecisionContext, _task: PlannedTask, body: { reason: string }): NewEvent[] {
  return [backToStep(context, openConsultations(context), body.reason)];
}

function openConsultations({ head }: DecisionContext): PlannedTask[] {
  return head.tasks.filter(task => task.phase === 'consultation');
}

function backToStep(
  context: DecisionContext,
  unanswered: readonly PlannedTask[],
  reason: string | null,
): NewEvent {
  const umbrella = waitingTask(context.head);
  if (!umbrella || context.head.resumeAt === null)
    throw new TypeError(`${context.head.code}: no consultation is open`);
  return {
    data: { type: 'consultationsClosed', unanswered: unanswered.map(task => task.unit), reason },
    opens: [taskOfStep(context, context.head.resumeAt)],
    closes: [
      ...closes(umbrella, 'proceed'),
      ...unanswered.map(task => ({ task: task.id, decision: 'unanswered' })),
    ],
  };
}
