import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';
import { ProblemError, refuseField } from '../../../schemas/api/problem-error.ts';
import type { EventData } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { MoneyState } from '../../../schemas/dossier/states.ts';
import type { Bill } from '../../../schemas/money/bill.ts';
import type { Dong } from '../../../schemas/money/dong.ts';
import { billOf } from '../fees/bill-of.ts';
import type { RelievedProcedure } from '../fees/reliefs.ts';
import { dateOf, parseInstant } from '../vietnam-time.ts';
import { dong } from '../wording/amounts.ts';
import { isRightAmount } from './fee.ts';

type Accept = Extract<TaskDecisionBody, { decision: 'accept' }>;

/** What an officer says of the fee. */
export type SaidOfFee = Pick<Accept, 'amountDue' | 'case' | 'counts' | 'reliefs'>;

/** What an acceptance charges: the amount due and, where it was made out, the bill behind it. */
export interface Charge {
  readonly amountDue: Dong | null;
  readonly bill?: Bill;
}

/** The fee as reception settles it, by the law of the day on which the dossier was submitted. */
export function chargeAtAcceptance(head: DossierHead, procedure: RelievedProcedure, body: Accept): Charge {
  const { counts, reliefs } = body;
  if (head.money === 'paid' && reliefs !== undefined && reliefs.length > 0)
    refuseField('request-invalid', '/reliefs', PAID_ALREADY);
  // What was paid in advance was counted then.
  if (head.money === 'paid' && counts !== undefined)
    refuseField('request-invalid', '/counts', COUNTED_ALREADY);
  return chargeOf(head, procedure, body);
}

/** What is charged by what an officer says of the fee, by the law of the day of submission. */
export function chargeOf(head: DossierHead, procedure: RelievedProcedure, said: SaidOfFee): Charge {
  const { fee } = head;
  const { amountDue, case: chosenCase, counts, reliefs } = said;
  if (fee?.kind === 'table' || chosenCase !== undefined || counts !== undefined || reliefs !== undefined) {
    const on = dateOf(parseInstant(head.submittedAt));
    const billed = billOf({ fee, procedure, on, chosenCase, counts, reliefs });
    if ('faults' in billed) throw new ProblemError('request-invalid', NO_BILL, { faults: billed.faults });
    const { bill } = billed;
    if (amountDue !== undefined && amountDue !== bill.due) refuseAmount(amountDue);
    return { amountDue: bill.due, bill };
  }
  if (amountDue === undefined && fee?.kind === 'perUnit' && head.money === 'due')
    throw missingAmount(COUNTED, COUNTED_FIELD);
  if (amountDue === undefined && fee?.kind === 'unclear') {
    const { unclear } = fee;
    throw missingAmount(
      { vi: `Mức thu chưa rõ: ${unclear.vi}`, en: `The fee is unclear: ${unclear.en}` },
      UNCLEAR_FIELD,
    );
  }
  if (amountDue !== undefined && !isRightAmount(fee, amountDue)) refuseAmount(amountDue);
  return { amountDue: amountDue ?? head.amountDue };
}

type Accepted = Extract<EventData, { type: 'accepted' }>;

/** What an acceptance makes of the fee in the head. */
export function chargedBy(
  head: DossierHead,
  data: Accepted,
): Pick<DossierHead, 'amountDue' | 'bill' | 'money'> {
  return {
    amountDue: data.amountDue ?? head.amountDue,
    bill: data.bill ?? null,
    money: moneyOnceAccepted(head, data),
  };
}

/** The state of the fee after an acceptance: a relief may have taken all of it (được miễn). */
export function moneyOnceAccepted(
  { money, fee }: Pick<DossierHead, 'money' | 'fee'>,
  { amountDue, bill }: Pick<Accepted, 'amountDue' | 'bill'>,
): MoneyState {
  if (money === 'paid') return money;
  if (bill) return bill.due > 0 ? 'due' : bill.relieved > 0 ? 'waived' : 'none';
  if (fee?.kind === 'unclear') return (amountDue ?? 0) > 0 ? 'due' : 'none';
  return money;
}

function refuseAmount(amount: number): never {
  throw new ProblemError('fee-amount-wrong', {
    vi: `${dong(amount)} không thể là mức thu của thủ tục này.`,
    en: `${amount} đồng cannot be the fee of this procedure.`,
  });
}

const missingAmount = (detail: { vi: string; en: string }, message: { vi: string; en: string }) =>
  new ProblemError('request-invalid', detail, { faults: [{ pointer: '/amountDue', message }] });

const COUNTED = {
  vi: 'Lệ phí tính theo trang hoặc theo bản: hãy ghi số tiền phải nộp.',
  en: 'The fee depends on the number of pages or copies: give the amount due.',
};
const COUNTED_FIELD = {
  vi: 'bắt buộc, vì lệ phí tính theo trang hoặc theo bản',
  en: 'required, because the fee depends on the number of pages or copies',
};
const UNCLEAR_FIELD = {
  vi: 'bắt buộc, vì mức thu công bố chưa rõ; ghi 0 nếu không phải nộp',
  en: 'required, because the published fee is unclear; 0 if nothing is due',
};
const NO_BILL = {
  vi: 'Chưa tính được phí, lệ phí: hãy xem từng mục.',
  en: 'The fee cannot be worked out: see each field.',
};
const COUNTED_ALREADY = {
  vi: 'Phí, lệ phí đã nộp theo số lượng đã đếm: không ghi lại số lượng.',
  en: 'The fee has been paid as it was counted: it is not counted again.',
};
const PAID_ALREADY = {
  vi: 'Phí, lệ phí đã nộp: miễn, giảm sau khi nộp phải qua thủ tục hoàn trả.',
  en: 'The fee has been paid: relieving it afterwards needs a refund.',
};
