import { AGAIN, type Pauses, type RetryPolicy, realPauses, retry } from '../retry/retry.ts';
import type { Deadline } from './deadline.ts';
import type { ReadSecret } from './kept-secret.ts';
import { type Missed, missed } from './missed.ts';

/** A party that did not answer is left alone for so long. */
const REST = 30_000;
const TWICE: RetryPolicy = { tries: 2, first: 300, longest: 300 };

/** For what must not be said again before it is known what came of it. */
export const ONCE: RetryPolicy = { tries: 1, first: 0, longest: 0 };

export interface LineOptions<C> {
  /** How the party is reached. */
  readonly connection: ReadSecret<C>;
  readonly now: () => number;
  readonly pauses?: Pauses;
}

/** A line to a party outside. */
export interface Line<C> {
  /**
   * Tries once more, in the time there is, what may go better, and leaves the party alone where it did not: until it
   * has rested, nothing is sent, and whoever asks gets what came of the last try.
   */
  ask<T extends { readonly state: string }>(
    deadline: Deadline,
    work: (connection: C) => Promise<T | Missed>,
    policy?: RetryPolicy,
  ): Promise<T | Missed>;
}

export function lineTo<C>({ connection: read, now, pauses = realPauses }: LineOptions<C>): Line<C> {
  let resting: { readonly until: number; readonly after: Missed } | undefined;
  return {
    async ask<T extends { readonly state: string }>(
      deadline: Deadline,
      work: (connection: C) => Promise<T | Missed>,
      policy = TWICE,
    ) {
      if (resting && resting.until > now()) return resting.after;
      const connection = await read();
      if (connection === undefined) return missed('notConnected', 'no-connection');
      let last: T | Missed = missed('slow', 'no-time');
      const made = await retry(
        async () => {
          if (deadline.left() === 0) return AGAIN;
          last = await work(connection);
          return mayGoBetter(last) ? AGAIN : last;
        },
        policy,
        pauses,
      );
      if (made !== AGAIN) return made;
      resting = mayGoBetter(last) ? { until: now() + REST, after: last } : undefined;
      return last;
    },
  };
}

const mayGoBetter = (outcome: { readonly state: string; readonly reason?: string }): outcome is Missed =>
  outcome.state === 'unavailable' && (outcome.reason === 'slow' || outcome.reason === 'unreachable');
