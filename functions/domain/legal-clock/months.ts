import type { ClockRules } from '../../../schemas/deadline.ts';
import { civilOf, type DayNumber, dayNumberOfCivil } from '../vietnam-time.ts';
import { splitAmount } from './check-question.ts';

/** Half a month on its own is fifteen days, a month thirty (Civil Code 2015, Article 146). */
const DAYS_OF_A_MONTH = 30;

/**
 * The same day number so many months later; a month without it ends on its last day, or runs over, as the rules say.
 */
export function addMonths(day: DayNumber, months: number, monthEnd: ClockRules['monthEnd']): DayNumber {
  const civil = civilOf(day);
  const overflowing = dayNumberOfCivil(civil.year, civil.month + months, civil.day);
  if (monthEnd === 'overflow') return overflowing;
  const lastOfMonth = dayNumberOfCivil(civil.year, civil.month + months + 1, 0);
  return Math.min(overflowing, lastOfMonth);
}

/**
 * The last day of a limit in months that starts on a day. Whole months follow the calendar, then a fraction of a
 * month is that fraction of thirty days, rounded up.
 */
export function lastDayOfMonths(start: DayNumber, months: number, rules: ClockRules): DayNumber {
  const { whole, part } = splitAmount(months);
  const rest = Math.ceil(part * DAYS_OF_A_MONTH - 1e-6);
  if (rules.receiptDay === 'notCounted' && rules.monthsFrom === 'receiptDay') {
    return addMonths(start, whole, rules.monthEnd) + rest;
  }
  const first = rules.receiptDay === 'counted' ? start : start + 1;
  // months counted from their first day end the day before the same day number
  return Math.max(start, addMonths(first, whole, rules.monthEnd) - 1 + rest);
}
