import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { ProblemError } from '../../problem.ts';
import { parseInstant } from '../../vietnam-time.ts';
import type { DecisionContext, NewEvent } from '../context.ts';

/**
 * Moves the promised date once, with an apology (xin lỗi và đề nghị gia hạn, form 04; NĐ 61/2018 Đ19 k9): at the latest one day
 * before the date, to a later one. The task stays with its holder.
 */
export function extend(
  context: DecisionContext,
  _task: PlannedTask,
  body: { reason: string; newDueOn: string; apology: string },
): NewEvent[] {
  const { head, rules, now } = context;
  if (head.dueAt === null) {
    throw new ProblemError('state-conflict', {
      vi: 'Thời hạn đang tạm dừng nên chưa có ngày hẹn trả để hẹn lại.',
      en: 'The clock stands still: there is no promised date to extend.',
    });
  }
  const promise = rules.clockOf(head.competentUnit).extended({
    at: now,
    dueAt: parseInstant(head.dueAt),
    newDueOn: body.newDueOn,
    reason: body.reason,
    extensionsBefore: head.extendedTo === null ? 0 : 1,
  });
  return [
    {
      data: {
        type: 'extended',
        reason: body.reason,
        apology: body.apology,
        promise,
        previousDueAt: head.dueAt,
      },
      opens: [],
      closes: [],
    },
  ];
}
