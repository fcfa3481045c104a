import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { planTask } from '../plan-task.ts';
import { closes } from './closing.ts';
import { allowedAt } from './target.ts';

/**
 * Asks other agencies in parallel, each within its own limit (lấy ý kiến, NĐ 61/2018 Đ19 k5). The step waits until
 * all have answered, or until its holder proceeds without the missing answers.
 */
export function consult(
  context: DecisionContext,
  task: PlannedTask,
  body: { question: string; agencies?: readonly string[] | undefined },
): NewEvent[] {
  const option = allowedAt(context, task).find(candidate => candidate.decision === 'consult');
  if (option?.decision !== 'consult') {
    throw new ProblemError('decision-not-allowed', {
      vi: 'Theo quy trình, bước này không lấy ý kiến.',
      en: 'The workflow has no consultation at this step.',
    });
  }
  const wanted = new Set(body.agencies ?? option.agencies.map(agency => agency.unit));
  const agencies = option.agencies.filter(agency => wanted.delete(agency.unit));
  if (wanted.size > 0) {
    throw new ProblemError('decision-not-allowed', {
      vi: `Theo quy trình, bước này không lấy ý kiến của ${[...wanted].join(', ')}.`,
      en: `The workflow does not consult ${[...wanted].join(', ')} at this step.`,
    });
  }
  const children = agencies.map((agency, index) =>
    planTask(
      context,
      {
        phase: 'consultation',
        name: 'Cho ý kiến phối hợp',
        step: task.step,
        unit: agency.unit,
        role: 'handler',
        limit: agency.limit,
      },
      index + 1,
    ),
  );
  const last = children.reduce((a, b) => (a.dueAt > b.dueAt ? a : b));
  const { limit } = agencies[children.indexOf(last)] ?? option.agencies[0] ?? { limit: undefined };
  if (!limit) throw new TypeError('a consultation names at least one agency');
  const umbrella = planTask(context, {
    phase: 'consultations',
    name: 'Chờ ý kiến phối hợp',
    step: task.step,
    unit: task.unit,
    role: task.role,
    limit,
  });
  return [
    {
      data: {
        type: 'consulted',
        question: body.question,
        consultations: children.map(child => ({ task: child.id, unit: child.unit })),
      },
      opens: [umbrella, ...children],
      closes: closes(task, 'consult'),
    },
  ];
}
