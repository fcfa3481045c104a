import { HOUR, type Instant, MINUTE } from '../vietnam-time.ts';

const SECOND = 1000;

/** How long to wait after the first failure, the second and so on, in milliseconds; after the last, as long again. */
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

/** Part of a pause that chance may take off, so that what failed together does not come again together. */
const JITTER = 0.3;

/** When to try again what has failed `attempts` times (1 or more). `chance` is between 0 and 1. */
export function retryAt(now: Instant, attempts: number, chance: number): Instant {
  const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? PAUSES[0];
  return now + Math.round(pause * (1 - JITTER * chance));
}

/** How long an outside party may fail before no more is sent to it until somebody says so: three days. */
export const GIVEN_UP_AFTER = 72 * HOUR;
