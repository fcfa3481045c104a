import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { EventData, LedgerEvent } from '../../../../schemas/dossier/event.ts';
import type { NewEvent } from '../../dossier/context.ts';
import { nothingHere } from '../../rights/judge.ts';
import { dong } from '../../wording/amounts.ts';
import { type IssuedReceipt, receiptsOf } from './receipts-of.ts';

type DataOf<T extends EventData['type']> = Extract<EventData, { type: T }>;

/**
 * Asks that a receipt be corrected. As with invoices (NĐ 254/2026/NĐ-CP; that it holds of receipts is unconfirmed), one
 * that was adjusted is adjusted further and not replaced, and one that was replaced is corrected no more: the one that
 * stands for it is. What only adjusts another is corrected by adjusting that one again.
 */
export function requestCorrection(
  ledger: readonly LedgerEvent[],
  asked: Omit<DataOf<'receiptCorrectionRequested'>, 'type'>,
): NewEvent {
  const receipt = demandReceipt(ledger, asked.receipt);
  if (receipt.correction) throw conflict(OPEN);
  if (receipt.kind !== 'original' && receipt.kind !== 'replacement') throw conflict(ADJUSTS);
  if (receipt.state === 'replaced') throw conflict(REPLACED);
  if (receipt.state === 'adjusted' && asked.kind === 'replacement') throw conflict(ADJUSTED);
  if (asked.kind === 'decrease' && asked.amount > receipt.standing)
    throw conflict({
      vi: `Chỉ có thể điều chỉnh giảm đến ${dong(receipt.standing)}.`,
      en: `It can be adjusted downwards by ${receipt.standing} đồng at most.`,
    });
  return eventOf({ type: 'receiptCorrectionRequested', ...asked });
}

/** Approves or refuses it: not the officer who asked, which the caller has made sure of. */
export function decideCorrection(
  ledger: readonly LedgerEvent[],
  decided: Omit<DataOf<'receiptCorrectionDecided'>, 'type'>,
): NewEvent {
  demandAsked(demandReceipt(ledger, decided.receipt));
  return eventOf({ type: 'receiptCorrectionDecided', ...decided });
}

/** A receipt of the dossier; hidden where there is none. */
export function demandReceipt(ledger: readonly LedgerEvent[], id: string): IssuedReceipt {
  const receipt = receiptsOf(ledger).issued.find(each => each.receipt === id);
  if (!receipt) throw nothingHere();
  return receipt;
}

/** Who asked for the correction that waits to be decided. */
export function demandAsked({ correction }: IssuedReceipt): string {
  if (correction?.state === 'asked') return correction.askedBy;
  throw conflict({
    vi: 'Không có đề nghị thay thế, điều chỉnh nào của biên lai này đang chờ duyệt.',
    en: 'No correction of this receipt waits to be decided.',
  });
}

const OPEN = {
  vi: 'Biên lai này đã có đề nghị thay thế, điều chỉnh đang xử lý.',
  en: 'A correction of this receipt is under way.',
};
const ADJUSTS = {
  vi: 'Biên lai điều chỉnh không được thay thế, điều chỉnh: hãy điều chỉnh tiếp biên lai gốc.',
  en: 'What adjusts another receipt is not corrected itself: adjust that receipt again.',
};
const REPLACED = {
  vi: 'Biên lai này đã được thay thế: hãy xử lý biên lai thay thế.',
  en: 'This receipt was replaced: correct the one that stands for it.',
};
const ADJUSTED = {
  vi: 'Biên lai đã được điều chỉnh thì chỉ điều chỉnh tiếp, không thay thế.',
  en: 'A receipt that was adjusted is adjusted further, and not replaced.',
};

const conflict = (words: { readonly vi: string; readonly en: string }) =>
  new ProblemError('state-conflict', words);
const eventOf = (data: NewEvent['data']): NewEvent => ({ data, opens: [], closes: [] });
