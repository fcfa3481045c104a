import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { closes } from './closing.ts';

/** Processing stops for good (dừng giải quyết, form 05). Only after acceptance and before a decision. */
export function stop(context: DecisionContext, task: PlannedTask, body: { reason: string }): NewEvent[] {
  if (context.head.acceptedAt === null) {
    throw new ProblemError('decision-not-allowed', {
      vi: 'Hồ sơ chưa tiếp nhận thì chưa thể dừng giải quyết; chỉ có thể từ chối tiếp nhận.',
      en: 'A dossier that has not been accepted cannot be stopped, only declined.',
    });
  }
  const others = context.head.tasks.filter(other => other.id !== task.id);
  return [
    {
      data: { type: 'stopped', reason: body.reason },
      opens: [],
      closes: [...closes(task, 'stop'), ...others.map(other => ({ task: other.id, decision: 'stopped' }))],
    },
  ];
}
