import { addDays, parseDate } from '../../vietnam-time.ts';
import type { Statement } from '../statements/statement.ts';

/** Longest period of a statement that is loaded, in days: a month. */
export const MOST_DAYS = 31;

/** The days that a statement is of; of a longer one, one more than may be. */
export function daysOf({ from, to }: Pick<Statement, 'from' | 'to'>): string[] {
  const count = Math.min(parseDate(to) - parseDate(from) + 1, MOST_DAYS + 1);
  return Array.from({ length: count }, (_, index) => addDays(from, index));
}
