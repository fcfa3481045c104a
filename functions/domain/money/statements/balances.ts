import type { Balance, StatementLine } from './statement.ts';

/** What a balance or an entry adds. Sums of many amounts may be larger than a number counts exactly, hence BigInt. */
const signed = ({ amount, direction }: Pick<Balance, 'amount' | 'direction'>): bigint =>
  direction === 'credit' ? BigInt(amount) : -BigInt(amount);

/** What the closing balance must be; undefined if it is as told. */
export function otherClosing(
  opening: Balance,
  lines: readonly StatementLine[],
  closing: Balance,
): { told: string; counted: string } | undefined {
  const counted = lines.reduce((sum, line) => sum + signed(line), signed(opening));
  return counted === signed(closing) ? undefined : { told: `${signed(closing)}`, counted: `${counted}` };
}

/** Whether two balances are the same; nothing is owed and nothing held are. */
export const sameBalance = (a: Balance, b: Balance): boolean => signed(a) === signed(b);
