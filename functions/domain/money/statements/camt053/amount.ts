import type { Dong } from '../../../../../schemas/money/dong.ts';
import type { XmlElement } from '../../../ports/xml.ts';
import { isoAmount } from '../amount-text.ts';
import { isoDay } from '../day-text.ts';
import type { FaultList } from '../fault-list.ts';
import { faultWords } from '../fault-words.ts';
import type { Balance } from '../statement.ts';
import { firstText, one, textAt } from './elements.ts';

/** The amount (`Amt`) of an entry or a balance, and its side. */
export function amountOf(element: XmlElement, faults: FaultList): Balance | undefined {
  const amount = one(element, 'Amt');
  if (!amount) {
    faults.add(element, faultWords.missingField('Amt'));
    return undefined;
  }
  const currency = amount.attributes['Ccy'] ?? '';
  if (currency !== 'VND') faults.add(amount, faultWords.wrongCurrency(currency));
  const money = dongOf(amount, faults);
  const side = textAt(element, 'CdtDbtInd');
  if (side !== 'CRDT' && side !== 'DBIT') {
    faults.add(one(element, 'CdtDbtInd') ?? element, faultWords.badDirection(side));
    return undefined;
  }
  return money === undefined ? undefined : { amount: money, direction: side === 'CRDT' ? 'credit' : 'debit' };
}

/** The number of an element as money. */
export function dongOf(element: XmlElement, faults: FaultList): Dong | undefined {
  const read = isoAmount(element.text.trim());
  if ('amount' in read) return read.amount;
  faults.add(element, read.fault);
  return undefined;
}

/** A day (`Dt`) or moment (`DtTm`) inside of an element. */
export function dayIn(element: XmlElement, faults: FaultList): string | undefined {
  const text = firstText(element, ['Dt'], ['DtTm']);
  const day = isoDay(text);
  if (day === undefined) faults.add(element, faultWords.notDay(text));
  return day;
}
