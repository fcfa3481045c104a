import type { TaskDecisionBody } from '../../../../schemas/api/decision.ts';
import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { toRfc3339 } from '../../vietnam-time.ts';
import { dong } from '../../wording/amounts.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { taskOfStep } from '../enter-step.ts';
import { isRightAmount } from '../fee.ts';
import { closePause } from '../pauses.ts';
import { promiseAfterPause, underPromise } from '../promise.ts';
import { closes } from './closing.ts';

type RecordPayment = Extract<TaskDecisionBody, { decision: 'recordPayment' }>;

/**
 * An officer records the fee as paid at the counter. If the dossier waited for it, the blocked step opens and the
 * clock resumes; if it was paid in advance or at collection, the current task stays open.
 */
export function recordPayment(context: DecisionContext, task: PlannedTask, body: RecordPayment): NewEvent[] {
  const { head, now } = context;
  if (head.money !== 'due') {
    throw new ProblemError(
      'state-conflict',
      head.money === 'paid'
        ? { vi: 'Phí, lệ phí đã được nộp.', en: 'The fee has already been paid.' }
        : { vi: 'Hồ sơ không phải nộp phí, lệ phí.', en: 'No fee is due.' },
    );
  }
  const right =
    head.amountDue === null ? isRightAmount(head.fee, body.amount) : body.amount === head.amountDue;
  if (!right) {
    const due =
      head.amountDue === null
        ? { vi: 'bội số của mức thu đã công bố', en: 'a multiple of the published fee' }
        : { vi: dong(head.amountDue), en: `${head.amountDue} đồng` };
    throw new ProblemError('fee-amount-wrong', {
      vi: `Số tiền phải nộp là ${due.vi}, không phải ${dong(body.amount)}.`,
      en: `The fee due is ${due.en}, not ${body.amount} đồng.`,
    });
  }
  const step = task.phase === 'payment' ? head.resumeAt : null;
  const promise = step === null ? null : promiseAfterPause(context, closePause(head.pauses, toRfc3339(now)));
  return [
    {
      data: {
        type: 'paid',
        amount: body.amount,
        method: body.method,
        receipt: body.receipt ?? null,
        promise,
      },
      opens: step === null || promise === null ? [] : [taskOfStep(underPromise(context, promise), step)],
      closes: step === null ? [] : closes(task, 'recordPayment'),
    },
  ];
}
