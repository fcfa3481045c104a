import { dateOfDayNumber, dayNumberOf, type Instant } from '../../domain/vietnam-time.ts';

/** The days of Viet Nam from an instant to another. */
export function daysBetween(from: Instant, until: Instant): string[] {
  const first = dayNumberOf(from);
  const count = Math.max(dayNumberOf(until) - first + 1, 0);
  return Array.from({ length: count }, (_, index) => dateOfDayNumber(first + index));
}
