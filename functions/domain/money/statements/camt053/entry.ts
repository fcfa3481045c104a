import type { XmlElement } from '../../../ports/xml.ts';
import type { FaultList } from '../fault-list.ts';
import { faultWords } from '../fault-words.ts';
import type { StatementLine } from '../statement.ts';
import { amountOf, dayIn } from './amount.ts';
import { all, firstText, one, textAt } from './elements.ts';

/**
 * An entry (`Ntry`), also of many transactions at once: what was booked is one amount. `CdtDbtInd` is the side of the
 * booking itself, of a reversal as well.
 */
export function entryOf(entry: XmlElement, faults: FaultList): StatementLine | undefined {
  // A code of its own since version .08, a plain text before.
  const state = firstText(entry, ['Sts', 'Cd'], ['Sts']);
  if (state !== 'BOOK') faults.add(one(entry, 'Sts') ?? entry, faultWords.notBooked);
  const moved = amountOf(entry, faults);
  const booking = one(entry, 'BookgDt') ?? one(entry, 'ValDt');
  if (!booking) faults.add(entry, faultWords.missingField('BookgDt'));
  const bookedOn = booking && dayIn(booking, faults);
  if (!moved || bookedOn === undefined) return undefined;
  const { line } = entry;
  return { bookedOn, ...moved, reference: referenceOf(entry), purpose: purposeOf(entry), line };
}

/** The reference of the bank for the entry, or for its only transaction; else the number of the entry. */
function referenceOf(entry: XmlElement): string {
  const [only, ...others] = all(entry, 'NtryDtls', 'TxDtls');
  const ofOnly =
    only && others.length === 0 ? firstText(only, ['Refs', 'AcctSvcrRef'], ['Refs', 'TxId']) : '';
  return [textAt(entry, 'AcctSvcrRef'), ofOnly, textAt(entry, 'NtryRef')].find(text => text !== '') ?? '';
}

/** What the payers wrote, one text a line; else what the bank adds to the entry. */
function purposeOf(entry: XmlElement): string {
  const details = all(entry, 'NtryDtls', 'TxDtls');
  const written = details.flatMap(transaction => [
    ...all(transaction, 'RmtInf', 'Ustrd'),
    ...all(transaction, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref'),
  ]);
  const texts = written.length > 0 ? written : all(entry, 'AddtlNtryInf');
  return texts.map(({ text }) => text).join('\n');
}
