import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { ProblemError } from '../../problem.ts';
import { dateOf } from '../../vietnam-time.ts';
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
  if (head.dueAt === null || head.dueOn === null) {
    throw new ProblemError('state-conflict', 'The clock stands still: there is no promised date to extend.');
  }
  if (head.extendedTo !== null) {
    throw new ProblemError('extension-once', 'The promised date was extended before; the law allows one new appointment.');
  }
  const clock = rules.clockOf(head.competentUnit);
  const lastDay = clock.lastDayToExtend(head.dueOn);
  if (dateOf(now) > lastDay) {
    throw new ProblemError(
      'extension-too-late',
      `Extension is allowed until ${lastDay}, one day before the promised ${head.dueOn} (NĐ 61/2018/NĐ-CP Đ19 k9).`,
      { facts: { lastDay, dueOn: head.dueOn } },
    );
  }
  if (body.newDueOn <= head.dueOn) {
    throw new ProblemError('extension-not-later', `${body.newDueOn} is not after the promised ${head.dueOn}.`);
  }
  return [
    {
      data: {
        type: 'extended',
        reason: body.reason,
        apology: body.apology,
        promise: clock.dueOnDate(body.newDueOn),
        previousDueAt: head.dueAt,
      },
      opens: [],
      closes: [],
    },
  ];
}
