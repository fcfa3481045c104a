import { setTimeout as sleep } from 'node:timers/promises';

/** How often something is tried, and the longest pauses in milliseconds: after the first try, and later on. */
export interface RetryPolicy {
  readonly tries: number;
  readonly first: number;
  readonly longest: number;
}

/** What pauses are made of; handed in, so that tests and simulations need neither time nor chance. */
export interface Pauses {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** Real time and real chance. */
export const realPauses: Pauses = { sleep: milliseconds => sleep(milliseconds), random: Math.random };

/** No pause at all: for what is in memory, and for tests. */
export const noPauses: Pauses = { sleep: async () => {}, random: () => 0 };

/** The policy of everything that has no reason for another: over after three seconds, half of that on average. */
export const briefly: RetryPolicy = { tries: 9, first: 20, longest: 1000 };

/** What work answers that is to be tried again, and what its caller gets when all tries were used up. */
export const AGAIN = Symbol('again');

/** What a try may want to know: how many came before it, and how long was waited in all. */
export interface Try {
  readonly number: number;
  readonly waited: number;
}

/**
 * Does work until it gives something else than `AGAIN`, at most as often as the policy says. In between it waits a random part of a
 * pause that doubles (full jitter), so that those who collided do not meet again.
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
