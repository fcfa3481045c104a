import type { DayNumber, Instant } from '../vietnam-time.ts';
import type { Stretch } from './count-hours.ts';
import type { Pause } from './interruptions.ts';

/** A day that would have been the last, had a pause not begun before the limit ended on it. */
export type UnfinishedDay = { readonly day: DayNumber; readonly pause: Pause };

/**
 * Where one run of the clock, from a start to the next restart, ends: at a moment, or in a pause that lasts.
 * `lastCounted` is the day on which a count in days was used up, before a day off moved it on; `firstAsked` the first day whose being worked
 * or off had a say in the date.
 */
export type RunEnd =
  | {
      readonly dueAt: Instant;
      readonly lastCounted: DayNumber;
      readonly firstAsked: DayNumber;
      readonly unfinished: readonly UnfinishedDay[];
    }
  | { readonly standing: Pause; readonly left: number; readonly unfinished: readonly UnfinishedDay[] };

/** Told of the stretches of office time as they are counted. */
export type RecordStretch = ((stretch: Stretch) => void) | undefined;
