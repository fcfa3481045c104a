import { HOUR, type Instant, MINUTE } from '../vietnam-time.ts';

const SECOND = 1000;

/** Pauses after the first failure, the second and so on, in milliseconds; the last one repeats. */
const PAUSES = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  6 * HOUR,
] as const;

/** Random part of a pause, so that simultaneous failures are not retried simultaneously. */
const JITTER = 0.3;

/** The time of the next try after `attempts` failures (1 or more). `chance` is between 0 and 1. */
export function retryAt(now: Instant, attempts: number, chance: number): Instant {
  const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? PAUSES[0];
  return now + Math.round(pause * (1 - JITTER * chance));
}

/** How long an outside party may fail before sending stops until it is resumed: three days. */
export const GIVEN_UP_AFTER = 72 * HOUR;
