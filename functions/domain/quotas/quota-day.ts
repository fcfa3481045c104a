import type { CalendarDate } from '../../../schemas/calendar.ts';
import { addDays, dateOf, type Instant, startOfDay } from '../vietnam-time.ts';

/** A day in Vietnam, and when the next begins: then everything is counted anew. */
export interface QuotaDay {
  readonly date: CalendarDate;
  readonly endsAt: Instant;
}

export function quotaDay(now: Instant): QuotaDay {
  const date = dateOf(now);
  return { date, endsAt: nextDay(date) };
}

/** The midnight at which a day ends in Vietnam. */
export const nextDay = (date: CalendarDate): Instant => startOfDay(addDays(date, 1));
