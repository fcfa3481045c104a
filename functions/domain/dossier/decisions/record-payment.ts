import type { TaskDecisionBody } from '../../../../schemas/api/decision.ts';
import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import { accountOf, owedOf } from '../../money/account/account-of.ts';
import { isOwed } from '../../money/account/money-state.ts';
import { dong } from '../../wording/amounts.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { isRightAmount } from '../fee.ts';
import { receivePayment } from './receive-payment.ts';

type RecordPayment = Extract<TaskDecisionBody, { decision: 'recordPayment' }>;

/** An officer records that the fee was paid at the counter, or by a transfer that they saw: exactly what is owed. */
export function recordPayment(context: DecisionContext, body: RecordPayment): NewEvent[] {
  const { head } = context;
  if (!isOwed(head.money)) {
    throw new ProblemError(
      'state-conflict',
      head.money === 'none'
        ? { vi: 'Hồ sơ không phải nộp phí, lệ phí.', en: 'No fee is due.' }
        : { vi: 'Phí, lệ phí đã được nộp.', en: 'The fee has already been paid.' },
    );
  }
  const owed = head.amountDue === null ? null : owedOf(accountOf(head));
  const right = owed === null ? isRightAmount(head.fee, body.amount) : body.amount === owed;
  if (!right) {
    const due =
      owed === null
        ? { vi: 'bội số của mức thu đã công bố', en: 'a multiple of the published fee' }
        : { vi: dong(owed), en: `${owed} đồng` };
    throw new ProblemError('fee-amount-wrong', {
      vi: `Số tiền phải nộp là ${due.vi}, không phải ${dong(body.amount)}.`,
      en: `The fee due is ${due.en}, not ${body.amount} đồng.`,
    });
  }
  const { amount, method, receipt = null } = body;
  return receivePayment(context, { amount, method, receipt });
}
