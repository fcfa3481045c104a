import { type Lines, moneyOf, type Side, sumOf } from './lines.ts';
import type { Reconciled, SideTotals, Sum } from './reconciliation.ts';

/** What is counted: each holds lines of all sides. */
type Counted = Readonly<Record<keyof SideTotals, readonly Lines[]>>;

/** The sums of each side. */
export const totalsOf = (counted: Counted): Reconciled['totals'] => ({
  ours: sideTotals(counted, 'ours'),
  gateway: sideTotals(counted, 'gateway'),
  treasury: sideTotals(counted, 'treasury'),
});

const sideTotals = ({ given, carried, matched, open }: Counted, side: Side): SideTotals => ({
  given: sum(given, side),
  carried: sum(carried, side),
  matched: sum(matched, side),
  open: sum(open, side),
});

function sum(lists: readonly Lines[], side: Side): Sum {
  const money = lists.flatMap(lines => moneyOf(lines, side));
  return { count: money.length, amount: sumOf(money) };
}
