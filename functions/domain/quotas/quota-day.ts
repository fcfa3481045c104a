import type { CalendarDate } from '../../../schemas/calendar.ts';
import { dateOf, endOfDay, type Instant } from '../vietnam-time.ts';

/** A day in Vietnam, and when the next begins: then everything is counted anew. */
export interface QuotaDay {
  readonly date: CalendarDate;
  readonly endsAt: Instant;
}

export function quotaDay(now: Instant): QuotaDay {
  const date = dateOf(now);
  return { date, endsAt: endOfDay(date) };
}
