import { swiftAmount } from '../amount-text.ts';
import { swiftDay } from '../day-text.ts';
import type { FaultList } from '../fault-list.ts';
import { faultWords } from '../fault-words.ts';
import type { Balance } from '../statement.ts';
import type { Field } from './fields.ts';

/** Fields 60 and 62: debit or credit mark, day, currency, amount. */
const BALANCE = /^([CD])(\d{6})([A-Z]{3})(.*)$/;

/** A balance and its day. */
export function balanceOf(
  { tag, value, line }: Field,
  faults: FaultList,
): { balance: Balance; day: string } | undefined {
  const column = tag.length + 3;
  const [, mark, dayText = '', currency = '', amountText = ''] = BALANCE.exec(value) ?? [];
  if (mark === undefined) {
    faults.add({ line, column }, faultWords.badEntry(value));
    return undefined;
  }
  const day = swiftDay(dayText);
  const read = swiftAmount(amountText);
  if (day === undefined) faults.add({ line, column: column + 1 }, faultWords.notDay(dayText));
  if (currency !== 'VND') faults.add({ line, column: column + 7 }, faultWords.wrongCurrency(currency));
  if ('fault' in read) faults.add({ line, column: column + 10 }, read.fault);
  if (day === undefined || 'fault' in read) return undefined;
  return { balance: { amount: read.amount, direction: mark === 'C' ? 'credit' : 'debit' }, day };
}
