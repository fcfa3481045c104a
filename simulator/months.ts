import { dayNumberOfCivil, startOfDayNumber } from '../functions/domain/vietnam-time.ts';

/** So many whole months: the instants at which they begin and end (milliseconds), and their first and last day. */
export interface Months {
  readonly from: number;
  readonly to: number;
  readonly days: { readonly first: number; readonly last: number };
}

/** The months from one on, `YYYY-MM`. */
export function monthsFrom(first: string, count: number): Months {
  const [year = 0, month = 0] = first.split('-').map(Number);
  const begin = dayNumberOfCivil(year, month, 1);
  const end = dayNumberOfCivil(year, month + count, 1);
  return { from: startOfDayNumber(begin), to: startOfDayNumber(end), days: { first: begin, last: end - 1 } };
}
