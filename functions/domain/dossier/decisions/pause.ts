import type { TaskDecisionBody } from '../../../../schemas/api/decision.ts';
import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { toRfc3339 } from '../../vietnam-time.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { backToStep } from '../enter-step.ts';
import { type PauseKind, pauseKindsOn } from '../pause-kinds.ts';
import { closePause } from '../pauses.ts';
import { planTask } from '../plan-task.ts';
import { promiseAfterPause, underPromise } from '../promise.ts';
import { closes } from './closing.ts';
import { allowedAt } from './target.ts';

type Pause = Extract<TaskDecisionBody, { decision: 'pause' }>;
type Resume = Extract<TaskDecisionBody, { decision: 'resume' }>;

/**
 * Pauses the legal clock (tạm dừng) until another body or the applicant has done their part: on a ground of
 * law/pauses.json that the workflow allows at this step. The task stays with the unit that paused, and reminds it
 * when the ground's limit is over.
 */
export function pause(context: DecisionContext, task: PlannedTask, body: Pause): NewEvent[] {
  const kind = kindAt(context, task, body.kind);
  const { actor } = context;
  return [pausedOn(context, task, kind, { ...body, holder: actor.kind === 'officer' ? actor.id : null })];
}

/** The clock pauses on a ground, whoever says so; the wait stays with its holder. */
export function pausedOn(
  context: DecisionContext,
  task: PlannedTask,
  kind: PauseKind,
  { reason, document = null, holder }: PauseWords,
): NewEvent {
  const wait = planTask(context, {
    phase: 'others',
    name: `Tạm dừng: ${kind.name.vi}`,
    step: task.step,
    unit: task.unit,
    role: task.role,
    limit: kind.limit,
  });
  return {
    data: {
      type: 'paused',
      kind: kind.kind,
      reason,
      document,
      clock: kind.effect,
      handling: kind.handling,
    },
    opens: [{ ...wait, assignee: holder }],
    closes: closes(task, 'pause'),
  };
}

interface PauseWords {
  readonly reason: string;
  readonly document?: string | null | undefined;
  /** Who is reminded when the ground's limit is over. */
  readonly holder: string | null;
}

/** The pause ends: the clock resumes or restarts, and the dossier is back at its step, with its previous holder. */
export function resume(context: DecisionContext, task: PlannedTask, body: Resume): NewEvent[] {
  const { head, now } = context;
  if (head.resumeAt === null) throw new TypeError(`${head.code}: no step waits for the end of the pause`);
  const promise = promiseAfterPause(context, closePause(head.pauses, toRfc3339(now)));
  return [
    {
      data: { type: 'resumed', document: body.document, note: body.note ?? null, promise },
      opens: [backToStep(underPromise(context, promise), head.resumeAt)],
      closes: closes(task, 'resume'),
    },
  ];
}

function kindAt(context: DecisionContext, task: PlannedTask, named: string): PauseKind {
  const allowed = allowedAt(context, task).flatMap(option =>
    option.decision === 'pause' ? option.kinds : [],
  );
  const known = pauseKindsOn(context.head.submittedAt.slice(0, 10));
  const kinds = known.filter(({ kind }) => allowed.includes(kind));
  const found = kinds.find(({ kind }) => kind === named);
  if (found) return found;
  const list = (language: 'vi' | 'en') =>
    kinds.map(({ kind, name }) => `${kind} (${name[language]})`).join('; ');
  throw new ProblemError(
    'request-invalid',
    {
      vi: 'Bước này không cho phép tạm dừng với căn cứ đã nêu.',
      en: 'This step does not allow a pause on this ground.',
    },
    {
      faults: [
        {
          pointer: '/kind',
          message: { vi: `phải là một trong: ${list('vi')}`, en: `must be one of: ${list('en')}` },
        },
      ],
      facts: { kinds: kinds.map(({ kind }) => kind) },
    },
  );
}
