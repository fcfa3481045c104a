import type { LedgerEvent } from '../../../../schemas/dossier/event.ts';
import { type Dong, toDong } from '../../../../schemas/money/dong.ts';
import type { ReceiptLine } from '../../../../schemas/money/receipt.ts';

/** What is due of one fee or charge, as the bill of the dossier says. */
export interface DueLine extends Omit<ReceiptLine, 'paid'> {
  readonly due: Dong;
}

/** The longest name that a line may have. */
const NAME = 500;

/**
 * The fees and charges that money was paid for: those of the bill that stood when it came, which an acceptance has
 * where fees are counted from tables, and a supplement that settled them anew; of money paid before, the first bill;
 * otherwise one line in the name of the procedure. The published fee does not say which sort it is: that it is a charge
 * (lệ phí), as with most procedures of communes, is unconfirmed.
 */
export function linesOf(
  ledger: readonly LedgerEvent[],
  procedure: { readonly code: string; readonly name: string },
  paid: number,
): readonly DueLine[] {
  const bills = ledger.flatMap(({ seq, data }) => {
    const lines = billOf(data);
    return lines ? [{ seq, lines }] : [];
  });
  const bill = (bills.findLast(({ seq }) => seq < paid) ?? bills[0])?.lines;
  if (bill && bill.length > 0) return bill;
  const due = ledger.reduce((sum, { data }) => sum + (data.type === 'paid' ? (data.applied ?? 0) : 0), 0);
  return [
    {
      code: procedure.code,
      name: `Phí, lệ phí: ${procedure.name}`.slice(0, NAME),
      sort: 'charge',
      full: toDong(due),
      relief: toDong(0),
      ground: null,
      due: toDong(due),
    },
  ];
}

const billOf = (data: LedgerEvent['data']): readonly DueLine[] | undefined =>
  'bill' in data ? data.bill?.lines : undefined;

/**
 * An amount laid on the lines, in their order, behind what was paid before. A line paid at once is written with its
 * full amount and its relief; of one paid in parts, each receipt says its part. What is more than all of them is laid
 * on the last.
 */
export function paidLines(lines: readonly DueLine[], before: number, amount: Dong): ReceiptLine[] {
  const none = toDong(0);
  let [skipped, rest] = [before, amount as number];
  const paid = lines.flatMap(({ due, ...line }): ReceiptLine[] => {
    const part = Math.min(Math.max(due - skipped, 0), rest);
    skipped = Math.max(skipped - due, 0);
    rest -= part;
    if (part === 0) return [];
    if (part === due) return [{ ...line, paid: due }];
    return [{ ...line, full: toDong(part), relief: none, ground: null, paid: toDong(part) }];
  });
  const last = lines.at(-1);
  if (!last || (rest === 0 && paid.length > 0)) return paid;
  const { due: _, ...line } = last;
  return [...paid, { ...line, full: toDong(rest), relief: none, ground: null, paid: toDong(rest) }];
}
