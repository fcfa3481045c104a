import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  between(from: number, to: number): number;
  chance(share: number): boolean;
  pick<T>(values: readonly T[]): T;
}

/** mulberry32, seeded with the parts of a name. */
export function randomOf(...seed: readonly (string | number)[]): Random {
  let state = createHash('sha256').update(seed.join('\n')).digest().readUInt32LE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (from, to) => from + next() * (to - from),
    chance: share => next() < share,
    pick(values) {
      const picked = values[below(values.length)];
      if (picked === undefined) throw new TypeError('nothing to pick from');
      return picked;
    },
  };
}

/** Picks values by weight. */
export function weighted<T>(
  choices: readonly (readonly [value: T, weight: number])[],
): (random: Random) => T {
  const sums: number[] = [];
  let total = 0;
  for (const [, weight] of choices) {
    total += weight;
    sums.push(total);
  }
  return random => {
    const wanted = random.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const choice = choices[low];
    if (!choice) throw new TypeError('nothing to pick from');
    return choice[0];
  };
}

/** Weights of a long tail: the first of `count` is used most, the n-th 1/n^`steepness` as much. */
export const longTail = (count: number, steepness: number) =>
  Array.from({ length: count }, (_, index) => 1 / (index + 1) ** steepness);

/** The same values in another order. */
export function shuffled<T>(values: readonly T[], random: Random): T[] {
  const places = values.map(value => ({ value, at: random.next() }));
  return places.sort((a, b) => a.at - b.at).map(({ value }) => value);
}

/** Whole numbers in proportion to weights, which together are `total`: the largest remainders are rounded up. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map(weight => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  let left = total - whole.reduce((all, count) => all + count, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left-- <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
  }
  return whole;
}
