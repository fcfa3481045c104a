import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { EventData } from '../../../schemas/dossier/event.ts';
import type { DecisionContext, NewEvent } from '../dossier/context.ts';
import { treasuryDebtOf } from './treasury-debt.ts';
import { endWait, landWaitOf } from './wait.ts';

export type LandPayment = Omit<Extract<EventData, { type: 'landTaxPaid' }>, 'type'>;

/**
 * Money reached the treasury, for the notice in force. The wait for it ends when all is paid; a part of it keeps the
 * dossier waiting. None of it enters the money of the dossier.
 */
export function payLandTax(context: DecisionContext, payment: LandPayment): NewEvent[] {
  const { head } = context;
  const debt = treasuryDebtOf(head.landTax);
  if (debt?.notice.number !== payment.notice)
    throw new ProblemError('state-conflict', {
      vi: 'Chứng từ nộp tiền ghi một thông báo không còn hiệu lực đối với hồ sơ.',
      en: 'The proof of payment names a notice that is not in force for the dossier.',
    });
  if (head.landTax?.paid.some(({ document }) => document === payment.document))
    throw new ProblemError('state-conflict', {
      vi: `Chứng từ số ${payment.document} đã được ghi nhận.`,
      en: `The proof of payment ${payment.document} is recorded already.`,
    });
  const paid: NewEvent = { data: { type: 'landTaxPaid', ...payment }, opens: [], closes: [] };
  const waiting = landWaitOf(head);
  const done = payment.amount >= debt.left;
  if (waiting?.wait !== 'payment' || !done) return [paid];
  return [paid, ...endWait(context, waiting.task, payment.document)];
}
