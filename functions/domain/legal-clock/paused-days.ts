import type { ClockRules } from '../../../schemas/deadline.ts';
import { type DayNumber, dayNumberOf } from '../vietnam-time.ts';
import type { Pause } from './interruptions.ts';

/**
 * The days that a pause takes out of a count in days, `[first, last]`; `last` is `Infinity` while the pause is open.
 */
export type PausedDays = { readonly first: DayNumber; readonly last: DayNumber; readonly pause: Pause };

/**
 * Which days pauses take out, in order. By default the day on which the clock stops counts (it ran on that day) and
 * the day on which it resumes does not, just as the day of receipt does not: a pause within one day takes nothing
 * out.
 */
export function pausedDays(pauses: readonly Pause[], rules: ClockRules): PausedDays[] {
  const ranges: PausedDays[] = [];
  for (const pause of pauses) {
    const first = dayNumberOf(pause.from) + (rules.pauseDays.first === 'counted' ? 1 : 0);
    const ended = pause.to !== Number.POSITIVE_INFINITY;
    const last = ended ? dayNumberOf(pause.to) - (rules.pauseDays.last === 'counted' ? 1 : 0) : pause.to;
    if (first <= last) ranges.push({ first, last, pause });
  }
  return ranges;
}
