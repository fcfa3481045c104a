import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { closes } from './closing.ts';

/** Reception declines (từ chối tiếp nhận), with the reason that goes on form 03. Only before acceptance. */
export function decline(context: DecisionContext, task: PlannedTask, body: { reason: string }): NewEvent[] {
  if (context.head.acceptedAt !== null) {
    throw new ProblemError('decision-not-allowed', {
      vi: 'Hồ sơ đã tiếp nhận thì không từ chối tiếp nhận được nữa; chỉ có thể dừng giải quyết.',
      en: 'An accepted dossier can no longer be declined, only stopped.',
    });
  }
  return [{ data: { type: 'declined', reason: body.reason }, opens: [], closes: closes(task, 'decline') }];
}
