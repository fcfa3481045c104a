import { type Dong, toDong } from '../../../../schemas/money/dong.ts';
import { type TreasuryWay, treasuryWay } from '../../../../schemas/money/gateway.ts';
import { dayNumberOf, type Instant, parseDate, parseInstant } from '../../vietnam-time.ts';

/** Money on its way to the treasury, or there. */
export interface Underway {
  readonly gateway: TreasuryWay;
  readonly amount: Dong;
  readonly paidAt: string;
  /** The day on which the bank booked it. */
  readonly settledOn?: string | undefined;
}

/**
 * How many days money of each way took until the treasury had it (số ngày quyết toán): half of it at most `medianDays`,
 * nine tenths at most `p90Days`. A bank that dates money before the gateway does took no day.
 */
export function daysToSettle(settled: readonly Underway[], waiting: readonly Underway[], now: Instant) {
  return treasuryWay.options.map(way => {
    const [done, left] = [settled, waiting].map(all => all.filter(({ gateway }) => gateway === way));
    const days = (done ?? [])
      .map(({ paidAt, settledOn }) => daysFrom(paidAt, settledOn ? parseDate(settledOn) : dayNumberOf(now)))
      .toSorted((a, b) => a - b);
    const ages = (left ?? []).map(({ paidAt }) => daysFrom(paidAt, dayNumberOf(now)));
    return {
      way,
      settled: {
        ...totalOf(done ?? []),
        ...{ medianDays: atMost(days, 0.5), p90Days: atMost(days, 0.9), longestDays: days.at(-1) ?? null },
      },
      waiting: { ...totalOf(left ?? []), oldestDays: ages.length > 0 ? Math.max(...ages) : null },
    };
  });
}

/** The least of some sorted days that this part of them does not exceed. */
export const atMost = (sorted: readonly number[], part: number): number | null =>
  sorted[Math.max(Math.ceil(sorted.length * part) - 1, 0)] ?? null;

const daysFrom = (paidAt: string, day: number) => Math.max(day - dayNumberOf(parseInstant(paidAt)), 0);

const totalOf = (money: readonly Underway[]) => ({
  count: money.length,
  amount: toDong(money.reduce((sum, { amount }) => sum + amount, 0)),
});
