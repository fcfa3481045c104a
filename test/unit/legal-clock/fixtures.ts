import { type LegalClock, legalClock } from '../../../functions/domain/legal-clock/legal-clock.ts';
import { type Instant, parseInstant, toRfc3339 } from '../../../functions/domain/vietnam-time.ts';
import { nationalCalendar, standardOfficeHours, vietnameseRules } from '../../../law/calendars/national.ts';

export const national = {
  calendar: nationalCalendar,
  officeHours: standardOfficeHours,
  rules: vietnameseRules,
};

/** The clock of the law and the standard office. */
export function nationalClock(changes: Partial<typeof national> = {}): LegalClock {
  return legalClock({ ...national, ...changes });
}

/** '2026-11-21 19:40' in Vietnam; seconds may follow. */
export function at(text: string): Instant {
  return parseInstant(`${text.replace(' ', 'T')}${text.length === 16 ? ':00' : ''}+07:00`);
}

/** The inverse of `at`. */
export function text(instant: Instant): string {
  return toRfc3339(instant).slice(0, 19).replace('T', ' ').replace(/:00$/, '');
}
