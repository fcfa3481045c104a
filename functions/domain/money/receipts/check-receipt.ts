import type { FeeReceipt } from '../../../../schemas/money/receipt.ts';
import { dateOf, parseInstant } from '../../vietnam-time.ts';
import { faultsOfAmounts } from './amounts.ts';
import { missingContent } from './missing-content.ts';
import { yearOfSerial } from './numbering.ts';
import { type Fault, ReceiptRefusal } from './refusal.ts';

/** Everything that is wrong with a receipt; none is the wish. */
export function faultsOfReceipt(receipt: FeeReceipt): Fault[] {
  const date = dayOfReceipt(receipt);
  return [
    ...missingContent(receipt, date),
    ...faultsOfAmounts(receipt),
    ...faultsOfSerial(receipt, date),
    ...faultsOfReference(receipt, date),
  ];
}

/** @throws ReceiptRefusal with everything that is wrong. */
export function demandRight(receipt: FeeReceipt): void {
  const faults = faultsOfReceipt(receipt);
  if (faults.length > 0) throw new ReceiptRefusal(...faults);
}

/** The day on which a receipt is made, which is that of the collection (NĐ 254/2026/NĐ-CP Điều 24). */
export const dayOfReceipt = ({ collectedAt }: Pick<FeeReceipt, 'collectedAt'>): string =>
  dateOf(parseInstant(collectedAt));

function faultsOfSerial({ serial }: FeeReceipt, date: string): Fault[] {
  if (yearOfSerial(serial) === Number(date.slice(0, 4))) return [];
  const words = {
    vi: `ký hiệu ${serial} không phải của năm thu tiền ${date.slice(0, 4)}`,
    en: `the serial ${serial} is not of the year of collection, ${date.slice(0, 4)}`,
  };
  return [{ code: 'serial-of-other-year', words }];
}

/** A receipt refers to one made before it. */
function faultsOfReference({ form, serial, number, kind }: FeeReceipt, date: string): Fault[] {
  if (kind.kind === 'original') return [];
  const { of } = kind;
  const earlier = of.form !== form || of.serial !== serial || of.number < number;
  const dated = of.date <= date && yearOfSerial(of.serial) === Number(of.date.slice(0, 4));
  if (earlier && dated) return [];
  const words = {
    vi: 'biên lai được thay thế, điều chỉnh phải là biên lai đã lập trước đó, có ký hiệu của năm lập',
    en: 'the receipt that is replaced or adjusted must be an earlier one, with the serial of its year',
  };
  return [{ code: 'reference-wrong', words }];
}
