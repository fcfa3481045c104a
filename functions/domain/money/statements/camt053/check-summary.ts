import type { XmlElement } from '../../../ports/xml.ts';
import type { FaultList } from '../fault-list.ts';
import { faultWords } from '../fault-words.ts';
import type { EntryDirection, StatementLine } from '../statement.ts';
import { dongOf } from './amount.ts';
import { one } from './elements.ts';

/** Holds what the summary (`TxsSummry`) counts against the entries, where there is one. */
export function checkSummary(
  statement: XmlElement,
  lines: readonly StatementLine[],
  faults: FaultList,
): void {
  // Where an entry could not be read, the sums say nothing.
  if (faults.found().length > 0) return;
  check('TtlCdtNtries', 'credit');
  check('TtlDbtNtries', 'debit');

  function check(name: string, side: EntryDirection): void {
    const counted = lines.filter(({ direction }) => direction === side);
    const number = one(statement, 'TxsSummry', name, 'NbOfNtries');
    const sum = one(statement, 'TxsSummry', name, 'Sum');
    if (number && Number(number.text) !== counted.length)
      faults.add(number, faultWords.countDiffers(number.text.trim(), String(counted.length)));
    const told = sum && dongOf(sum, faults);
    const added = counted.reduce((total, { amount }) => total + BigInt(amount), 0n);
    if (told !== undefined && BigInt(told) !== added)
      faults.add(sum ?? statement, faultWords.countDiffers(String(told), String(added)));
  }
}
