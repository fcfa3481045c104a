import type { DayNumber, Instant } from '../vietnam-time.ts';
import type { Stretch } from './count-hours.ts';
import type { Pause } from './interruptions.ts';

/** The day that would have been the last if a pause had not begun before the limit ended on it. */
export type UnfinishedDay = { readonly day: DayNumber; readonly pause: Pause };

/**
 * Where one run of the clock, from a start to the next restart, ends: at a moment, or in an open pause. `lastCounted`
 * is the day on which a count in days was used up, before a day off moved the end; `firstAsked` is the first day that
 * influenced the date by being a working day or off.
 */
export type RunEnd =
  | {
      readonly dueAt: Instant;
      readonly lastCounted: DayNumber;
      readonly firstAsked: DayNumber;
      readonly unfinished: readonly UnfinishedDay[];
    }
  | { readonly standing: Pause; readonly left: number; readonly unfinished: readonly UnfinishedDay[] };

/** Called for the parts of office time as they are counted. */
export type RecordStretch = ((stretch: Stretch) => void) | undefined;
