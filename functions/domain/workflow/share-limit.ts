import type { Limit } from './lint-limits.ts';

/** Units into which a limit may be divided, coarse to fine, each with its number per unit of the limit. */
const GRAINS: Readonly<Record<Limit['unit'], readonly Grain[]>> = {
  workingDay: [
    { unit: 'workingDay', amount: 1, per: 1 },
    { unit: 'workingDay', amount: 0.5, per: 2 },
    // Eight working hours a day: 07:00–11:30 and 13:30–17:00.
    { unit: 'workingHour', amount: 1, per: 8 },
  ],
  calendarDay: [{ unit: 'calendarDay', amount: 1, per: 1 }],
  workingHour: [
    { unit: 'workingHour', amount: 1, per: 1 },
    { unit: 'workingHour', amount: 0.5, per: 2 },
  ],
  // The shortest month has 28 days.
  month: [{ unit: 'calendarDay', amount: 1, per: 28 }],
};

interface Grain {
  readonly unit: Limit['unit'];
  readonly amount: number;
  readonly per: number;
}

/** Fewest grains per step, so that the shares differ noticeably. */
const FINE_ENOUGH = 3;

/**
 * Divides a legal limit among consecutive steps: in whole days as far as possible, otherwise in half days or hours.
 * Together the steps never take longer than the limit, and each takes something; undefined if the limit is too short
 * for so many.
 */
export function shareLimit(legal: Limit, shares: readonly number[]): Limit[] | undefined {
  const grains = GRAINS[legal.unit];
  const whole = (grain: Grain) => Math.floor(legal.amount * grain.per);
  const grain = grains.find(each => whole(each) >= shares.length * FINE_ENOUGH) ?? grains.at(-1);
  if (grain === undefined || whole(grain) < shares.length) return undefined;
  const total = Math.min(1, sum(shares));
  const wanted = shares.map(share => (share / sum(shares)) * total * whole(grain));
  const given = wanted.map(amount => Math.max(1, Math.floor(amount)));
  const spare = () => Math.floor(total * whole(grain) + 1e-9) - sum(given);
  // What rounding left over goes to the steps it cut most; what it gave too much is taken from the longest.
  while (spare() > 0)
    add(
      given,
      indexOfMost(wanted, (amount, index) => amount - (given[index] ?? 0)),
      1,
    );
  while (sum(given) > whole(grain))
    add(
      given,
      indexOfMost(given, amount => amount),
      -1,
    );
  return given.map(count => ({ amount: count * grain.amount, unit: grain.unit }));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

function indexOfMost(numbers: readonly number[], weigh: (amount: number, index: number) => number): number {
  const weights = numbers.map(weigh);
  return weights.indexOf(Math.max(...weights));
}

function add(numbers: number[], index: number, by: number): void {
  numbers[index] = (numbers[index] ?? 0) + by;
}
