import { type Limit, LONGEST_LIMIT } from '../../../schemas/calendar.ts';
import { type Instant, minutesOfClockTime } from '../vietnam-time.ts';
import { DeadlineError } from './deadline-error.ts';

/** Refuses what is no limit: `DeadlineError` `badLimit` for an unknown unit, a negative or absurd amount, a same-day limit longer than a day. */
export function assertLimit(limit: Limit): void {
  const longest = Object.hasOwn(LONGEST_LIMIT, limit.unit) ? LONGEST_LIMIT[limit.unit] : undefined;
  const refuse = (why: string): never => {
    throw new DeadlineError('badLimit', `A limit of ${limit.amount} ${limit.unit} ${why}.`, {
      amount: limit.amount,
      unit: limit.unit,
    });
  };
  if (longest === undefined) return refuse('has an unknown unit: use workingDay, calendarDay, workingHour or month');
  if (!Number.isFinite(limit.amount)) return refuse('is not a number');
  if (limit.amount < 0) return refuse('is negative');
  if (limit.amount > longest) return refuse(`is longer than a hundred years (${longest} ${limit.unit})`);
  if (!limit.sameDay) return;
  minutesOfClockTime(limit.sameDay.cutOff);
  if (limit.unit !== 'workingDay' || limit.amount > 1) refuse('cannot be a same-day limit: at most 1 workingDay');
}

/** Refuses what is no moment: `DeadlineError` `badInstant`. */
export function assertInstant(instant: Instant, what: string): void {
  if (!Number.isSafeInteger(instant)) {
    throw new DeadlineError('badInstant', `${what} is not a whole number of milliseconds: ${instant}.`);
  }
}
