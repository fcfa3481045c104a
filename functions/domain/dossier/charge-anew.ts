import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { EventData } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Words } from '../../../schemas/words.ts';
import { canonicalJson } from '../canonical-json.ts';
import { accountOf } from '../money/account/account-of.ts';
import { chargedAnew } from '../money/account/after-entry.ts';
import { moneyStateOf } from '../money/account/money-state.ts';
import { chargeOf, type SaidOfFee } from './charge.ts';
import type { DecisionContext } from './context.ts';

/** The fee as entries of a supplement carry it; empty where it stays as it was. */
export type AnewCharge = Pick<Extract<EventData, { type: 'supplemented' }>, 'amountDue' | 'bill' | 'reliefs'>;

const MEMBERS = ['amountDue', 'case', 'counts', 'reliefs'] as const;

/**
 * The fee settled anew with a supplement (phí, lệ phí phát sinh khi bổ sung): the whole bill, by the law of the day of
 * submission, as at acceptance. What was received counts, what is too much then is held. Saying what stands already
 * changes nothing.
 */
export function chargeAnew(
  { head, rules }: Pick<DecisionContext, 'head' | 'rules'>,
  said: SaidOfFee,
): AnewCharge {
  const named = MEMBERS.filter(member => said[member] !== undefined);
  if (named.length === 0) return {};
  if (head.acceptedAt === null) throw refused(named, AT_ACCEPTANCE);
  const account = accountOf(head);
  if (account.refunds.length > 0) throw new ProblemError('state-conflict', REFUND_FIRST);
  // A ledger from before November 2026 may say “paid” of a counted fee, and not how much.
  if (head.account === null && head.money === 'paid' && head.amountDue === null)
    throw new ProblemError('state-conflict', UNKNOWN_PAID);
  if (said.reliefs === undefined && (head.bill?.relieved ?? 0) > 0) throw refused(['reliefs'], RELIEFS_AGAIN);
  const { amountDue, bill } = chargeOf(head, rules.procedure, said);
  const stands = amountDue === head.amountDue && canonicalJson(bill ?? null) === canonicalJson(head.bill);
  if (amountDue === null || stands) return {};
  const { reliefs = [] } = said;
  return { amountDue, ...(bill && { bill }), ...(reliefs.length > 0 && { reliefs }) };
}

/** What an entry that settles the fee anew makes of it in the head; its money follows by itself. */
export function chargedAnewBy({ amountDue, bill }: AnewCharge): Partial<DossierHead> {
  return amountDue === undefined ? {} : { amountDue, bill: bill ?? null };
}

/** The head as such an entry leaves its fee. */
export function afterCharge(head: DossierHead, { amountDue, bill }: AnewCharge): DossierHead {
  if (amountDue === undefined) return head;
  const account = chargedAnew(accountOf(head), { amountDue, bill });
  return { ...head, ...chargedAnewBy({ amountDue, bill }), account, money: moneyStateOf(account) };
}

const refused = (members: readonly string[], message: Words) =>
  new ProblemError('request-invalid', message, {
    faults: members.map(member => ({ pointer: `/${member}`, message })),
  });

const AT_ACCEPTANCE: Words = {
  vi: 'Hồ sơ chưa tiếp nhận: phí, lệ phí được tính khi tiếp nhận',
  en: 'the dossier is not accepted yet: its fee is settled then',
};
const RELIEFS_AGAIN: Words = {
  vi: 'Hồ sơ đã được miễn, giảm phí, lệ phí: hãy nêu lại, hoặc ghi danh sách trống nếu không còn áp dụng',
  en: 'reliefs were applied to this fee: name them again, or an empty list where none applies any more',
};
const REFUND_FIRST: Words = {
  vi: 'Hồ sơ đang có khoản hoàn trả: hãy hoàn tất hoặc từ chối hoàn trả trước khi tính lại phí, lệ phí.',
  en: 'A refund is under way: pay or refuse it before the fee is settled anew.',
};
const UNKNOWN_PAID: Words = {
  vi: 'Không rõ đã thu bao nhiêu của hồ sơ này: chưa tính lại được phí, lệ phí.',
  en: 'How much was paid for this dossier is not recorded: its fee cannot be settled anew.',
};
