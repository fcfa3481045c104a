import type { FaultList } from './fault-list.ts';
import { faultWords } from './fault-words.ts';
import { LONGEST_PURPOSE, LONGEST_REFERENCE } from './limits.ts';
import type { StatementLine } from './statement.ts';

/**
 * What must hold of the entries of every format. One reference twice would be one payment counted twice; a debit may
 * have that of the credit which it takes back.
 */
export function checkLines(lines: readonly StatementLine[], faults: FaultList): void {
  const places = new Map<string, number>();
  for (const { direction, reference, purpose, amount, line } of lines) {
    if (faults.full()) return;
    const at = { line, column: 1 };
    const earlier = places.get(`${direction} ${reference}`);
    if (amount === 0) faults.add(at, faultWords.nothing);
    if (reference === '') faults.add(at, faultWords.noReference);
    else if (earlier !== undefined) faults.add(at, faultWords.sameReference(reference, earlier));
    else places.set(`${direction} ${reference}`, line);
    if (reference.length > LONGEST_REFERENCE) faults.add(at, faultWords.tooLong(LONGEST_REFERENCE));
    if (purpose.length > LONGEST_PURPOSE) faults.add(at, faultWords.tooLong(LONGEST_PURPOSE));
  }
}
