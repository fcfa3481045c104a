import type { DayNumber } from '../vietnam-time.ts';
import type { PausedDays } from './paused-days.ts';

/** How days of one kind are counted: all of them, or working days only. */
export type DayCount = {
  /** The `count`-th such day after the day; `count` is at least 1. */
  after(day: DayNumber, count: number): DayNumber;
  /** How many such days lie after the first day, up to and including the last. */
  between(after: DayNumber, through: DayNumber): number;
};

/** Every day of the calendar. */
export const everyDay: DayCount = {
  after: (day, count) => day + count,
  between: (after, through) => Math.max(0, through - after),
};

/** Where a count ended: on a day, or in an open pause, with the remaining amount. */
export type DayCountEnd =
  | { readonly day: DayNumber }
  | { readonly standing: PausedDays; readonly left: number };

/**
 * The `count`-th day after `from` (`count` ≥ 1), excluding paused days. Its cost grows with the pauses, not with the
 * length.
 */
export function countDays(question: {
  from: DayNumber;
  count: number;
  paused: readonly PausedDays[];
  days: DayCount;
}): DayCountEnd {
  let at = question.from;
  let left = question.count;
  for (const range of question.paused) {
    const free = question.days.between(at, range.first - 1);
    if (free >= left) break;
    left -= free;
    if (range.last === Number.POSITIVE_INFINITY) return { standing: range, left };
    at = Math.max(at, range.last);
  }
  return { day: question.days.after(at, left) };
}
