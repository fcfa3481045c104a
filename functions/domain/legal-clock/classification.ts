import { dateOf, type Instant } from '../vietnam-time.ts';

/** Timeliness of a result: before its day (trước hạn), on it (đúng hạn), or after it (quá hạn). */
export type Punctuality = 'early' | 'onTime' | 'late';

/**
 * Compares completion and promise by their dates in Vietnam, as the national statistics do. With `precision`
 * `moment`, for limits in hours, a result on the right day but after the due moment is late.
 */
export function classify(question: {
  doneAt: Instant;
  dueAt: Instant;
  precision?: 'date' | 'moment';
}): Punctuality {
  const { doneAt, dueAt, precision = 'date' } = question;
  const done = dateOf(doneAt);
  const due = dateOf(dueAt);
  if (done < due) return 'early';
  if (done > due) return 'late';
  return precision === 'moment' && doneAt > dueAt ? 'late' : 'onTime';
}
