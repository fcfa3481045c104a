import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { isEnd } from '../../lifecycle/states.ts';
import { parseInstant } from '../../vietnam-time.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { backToStep } from '../enter-step.ts';
import { waitingTask } from '../waiting.ts';
import { closes } from './closing.ts';

/** How a consultation is closed if its answer was not waited for. */
export const UNANSWERED = 'unanswered';

/**
 * An agency answers. With the last answer the dossier goes back to the step that asked. A late answer counts, and is
 * marked as late.
 */
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
  return others.length > 0 ? [answer] : [answer, closed(context, [], null)];
}

/** An opinion that arrives after the dossier went on without it: kept and marked as late. It changes nothing else. */
export function lateOpinion(
  { head }: DecisionContext,
  task: string,
  body: { opinion: string; agrees?: boolean | undefined },
): NewEvent[] {
  if (isEnd(head.handling)) {
    throw new ProblemError('state-conflict', {
      vi: 'Hồ sơ đã kết thúc, không ghi thêm được ý kiến.',
      en: 'The dossier is closed; no more opinions can be added.',
    });
  }
  const { opinion, agrees = null } = body;
  return [
    {
      data: { type: 'opinionGiven', opinion, agrees, late: true, task },
      opens: [],
      closes: [{ task, decision: 'giveOpinion' }],
    },
  ];
}

/**
 * The step's holder proceeds without the missing answers, and gives a reason. Silence does not count as consent. An
 * agency still within its limit must be named explicitly.
 */
export function proceed(
  context: DecisionContext,
  _task: PlannedTask,
  body: { reason: string; unheard?: readonly string[] | undefined },
): NewEvent[] {
  const open = openConsultations(context);
  const running = open.filter(task => context.now <= parseInstant(task.dueAt));
  const unheard = new Set(body.unheard);
  const unnamed = running.filter(task => !unheard.delete(task.unit));
  const strangers = [...unheard].filter(unit => !open.some(task => task.unit === unit));
  if (unnamed.length > 0 || strangers.length > 0) throw stillRunning(running, strangers);
  return [closed(context, open, body.reason)];
}

function stillRunning(running: readonly PlannedTask[], strangers: readonly string[]): ProblemError {
  if (strangers.length > 0) {
    const named = strangers.join(', ');
    return new ProblemError(
      'request-invalid',
      {
        vi: `Hồ sơ không chờ ý kiến của ${named}.`,
        en: `The dossier is not waiting for an opinion from ${named}.`,
      },
      {
        faults: [
          {
            pointer: '/unheard',
            message: {
              vi: 'chỉ nêu cơ quan đang được lấy ý kiến',
              en: 'name only agencies that were consulted',
            },
          },
        ],
      },
    );
  }
  const units = running.map(({ unit }) => unit).join(', ');
  return new ProblemError(
    'consultation-running',
    {
      vi: `Chưa hết thời hạn trả lời của ${units}. Muốn tiếp tục, hãy nêu trong “unheard” những cơ quan không chờ ý kiến nữa.`,
      en: `${units} still has time to answer. To proceed anyway, list in “unheard” the agencies you will not wait for.`,
    },
    { facts: { running: running.map(({ unit, dueAt }) => ({ unit, dueAt })) } },
  );
}

function openConsultations({ head }: DecisionContext): PlannedTask[] {
  return head.tasks.filter(task => task.phase === 'consultation');
}

/** The consultations are over: the dossier is back at the step that asked, with its previous holder. */
function closed(
  context: DecisionContext,
  unanswered: readonly PlannedTask[],
  reason: string | null,
): NewEvent {
  const umbrella = waitingTask(context.head);
  if (!umbrella || context.head.resumeAt === null)
    throw new TypeError(`${context.head.code}: no consultation is open`);
  return {
    data: { type: 'consultationsClosed', unanswered: unanswered.map(task => task.unit), reason },
    opens: [backToStep(context, context.head.resumeAt)],
    closes: [
      ...closes(umbrella, 'proceed'),
      ...unanswered.map(task => ({ task: task.id, decision: UNANSWERED })),
    ],
  };
}
