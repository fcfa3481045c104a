import { setTimeout as sleep } from 'node:timers/promises';

/** The number of tries, and the longest pauses in milliseconds: after the first try, and later on. */
export interface RetryPolicy {
  readonly tries: number;
  readonly first: number;
  readonly longest: number;
}

/** Time and randomness of the pauses; injected, so that tests and simulations need neither. */
export interface Pauses {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
}

/** Real time and real randomness. */
export const realPauses: Pauses = { sleep: milliseconds => sleep(milliseconds), random: Math.random };

/** No pauses: for in-memory stores and tests. */
export const noPauses: Pauses = { sleep: async () => {}, random: () => 0 };

/** The default policy: over after three seconds, half of that on average. */
export const briefly: RetryPolicy = { tries: 9, first: 20, longest: 1000 };

/** What work returns to be retried, and what its caller gets when all tries are used up. */
export const AGAIN = Symbol('again');

/** What a try may want to know: how many came before it, and the total time waited. */
export interface Try {
  readonly number: number;
  readonly waited: number;
}

/**
 * Repeats work until it returns something other than `AGAIN`, at most as often as the policy says. Between tries it
 * waits a random part of a doubling pause (full jitter), so that those who collided do not collide again.
 */
export async function retry<T>(
  work: (one: Try) => Promise<T | typeof AGAIN>,
  { tries, first, longest }: RetryPolicy = briefly,
  { sleep, random }: Pauses = realPauses,
): Promise<T | typeof AGAIN> {
  let waited = 0;
  for (let number = 0; number < tries; number++) {
    if (number > 0) {
      const pause = Math.round(random() * Math.min(longest, first * 2 ** (number - 1)));
      await sleep(pause);
      waited += pause;
    }
    const made = await work({ number, waited });
    if (made !== AGAIN) return made;
  }
  return AGAIN;
}
