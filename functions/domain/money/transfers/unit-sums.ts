import { type Dong, toDong } from '../../../../schemas/money/dong.ts';
import type { Account, Transfer } from '../../../../schemas/money/transfer.ts';

/** A transfer as it is kept with one of its accounts, on a day. */
export interface Kept {
  readonly account: Account;
  readonly day: string;
  readonly transfer: Transfer;
}

export interface AccountSums {
  readonly account: Account;
  readonly in: Dong;
  readonly out: Dong;
  readonly days: readonly { readonly day: string; readonly in: Dong; readonly out: Dong }[];
}

/**
 * What went into and out of each account of a unit, from what is kept with the account. Accounts of other units are
 * there with what moved between them and this unit’s, such as cash that another unit’s counter took for it. Where a
 * transfer is not kept with both of its accounts, the sums do not balance.
 */
export function unitSums(
  unit: string,
  kept: readonly Kept[],
): { accounts: AccountSums[]; balanced: boolean } {
  const moves = kept
    .filter(({ transfer }) => transfer.phase === 'posted')
    .flatMap(move => sidesOf(unit, move));
  const accounts = [...Map.groupBy(moves, ({ account }) => account)].map(([account, own]) => ({
    account,
    ...sumOf(own),
    days: [...Map.groupBy(own, ({ day }) => day)]
      .map(([day, of]) => ({ day, ...sumOf(of) }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  }));
  const total = sumOf(moves);
  return {
    accounts: accounts.toSorted((a, b) => (a.account < b.account ? -1 : 1)),
    balanced: total.in === total.out,
  };
}

interface Side {
  readonly account: Account;
  readonly day: string;
  readonly into: boolean;
  readonly amount: number;
}

/** The side that it is kept with, and the other one where that is another unit’s. */
function sidesOf(unit: string, { account, day, transfer: { from, to, amount } }: Kept): Side[] {
  const side = (of: Account): Side => ({ account: of, day, into: of === to, amount });
  const other = account === to ? from : to;
  return other.endsWith(`:${unit}`) ? [side(account)] : [side(account), side(other)];
}

function sumOf(sides: readonly Side[]): { in: Dong; out: Dong } {
  const sum = (into: boolean) =>
    toDong(sides.filter(side => side.into === into).reduce((total, { amount }) => total + amount, 0));
  return { in: sum(true), out: sum(false) };
}
