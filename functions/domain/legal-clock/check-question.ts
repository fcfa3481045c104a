import { type Limit, LONGEST_LIMIT } from '../../../schemas/calendar.ts';
import type { Instant } from '../vietnam-time.ts';
import { DeadlineError } from './deadline-error.ts';

/** Refuses what is no limit: `DeadlineError` `badLimit` for an unknown unit, a negative or absurd amount, a same-day limit longer than a day. */
export function assertLimit(limit: Limit): void {
  const wrong = wrongWithLimit(limit);
  if (wrong === undefined) return;
  throw new DeadlineError('badLimit', `A limit of ${limit.amount} ${limit.unit} ${wrong}.`, {
    amount: limit.amount,
    unit: limit.unit,
  });
}

function wrongWithLimit({ amount, unit, sameDay }: Limit): string | undefined {
  if (!Object.hasOwn(LONGEST_LIMIT, unit))
    return 'has an unknown unit: use workingDay, calendarDay, workingHour or month';
  if (!Number.isFinite(amount)) return 'is not a number';
  if (amount < 0) return 'is negative';
  if (amount > LONGEST_LIMIT[unit]) return `is longer than a hundred years (${LONGEST_LIMIT[unit]} ${unit})`;
  if (sameDay && (unit !== 'workingDay' || amount > 1))
    return 'cannot be a same-day limit: at most 1 workingDay';
  return undefined;
}

/** Refuses what is no moment: `DeadlineError` `badInstant`. */
export function assertInstant(instant: Instant, what: string): void {
  if (!Number.isSafeInteger(instant)) {
    throw new DeadlineError('badInstant', `${what} is not a whole number of milliseconds: ${instant}.`);
  }
}

/** The whole and the remaining part of an amount; what binary fractions add by themselves (2.9999999999) is not a part. */
export function splitAmount(amount: number): { whole: number; part: number } {
  const rounded = Math.round(amount * 1e6) / 1e6;
  const whole = Math.floor(rounded);
  return { whole, part: rounded - whole };
}
