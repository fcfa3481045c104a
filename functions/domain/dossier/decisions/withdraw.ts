import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import { lifecycle } from '../../lifecycle/states.ts';
import type { DecisionContext, NewEvent } from '../context.ts';

/** The applicant withdraws (rút hồ sơ), as long as no result is decided. Every open task closes. */
export function withdraw(
  context: DecisionContext,
  asked: { readonly reason?: string | undefined; readonly request?: 'spoken' | 'written' | undefined },
): NewEvent[] {
  const { head } = context;
  if (!lifecycle[head.handling].withdrawable) {
    throw new ProblemError(
      'state-conflict',
      {
        vi: `Hồ sơ đang ở trạng thái “${lifecycle[head.handling].vietnamese}” thì không rút được.`,
        en: `A dossier that is ${head.handling} cannot be withdrawn.`,
      },
      {
        facts: { handling: head.handling },
      },
    );
  }
  return [
    {
      data: {
        type: 'withdrawn',
        reason: asked.reason ?? null,
        ...(asked.request && { request: asked.request }),
      },
      opens: [],
      closes: head.tasks.map(task => ({ task: task.id, decision: 'withdrawn' })),
    },
  ];
}
