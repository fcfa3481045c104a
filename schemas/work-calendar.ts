import * as z from 'zod';
import { bilingualName, calendar, calendarDate, officeHours } from './calendar.ts';
import { agencyCode } from './codes/agency-code.ts';
import { clockRules } from './deadline.ts';
import { instantText } from './instant.ts';

/** A unit's own settings: days on which it is closed although the nation works, and its own office hours. */
const unitTime = z.strictObject({
  unit: agencyCode,
  daysOff: z.array(z.strictObject({ date: calendarDate, name: bilingualName })).default([]),
  officeHours: officeHours.optional(),
});

/**
 * The work calendar of a province (lịch làm việc): calendar, counting rules, office hours, and the units' own
 * settings.
 */
export const workCalendar = z
  .strictObject({ calendar, rules: clockRules, officeHours, units: z.array(unitTime).max(500) })
  .meta({ id: 'WorkCalendar' });
export type WorkCalendar = z.infer<typeof workCalendar>;

/** A published version; dossiers are pinned to the one in force when they were submitted. */
export const workCalendarVersion = z
  .strictObject({ version: z.int().min(1), recordedAt: instantText, workCalendar })
  .meta({ id: 'WorkCalendarVersion' });
export type WorkCalendarVersion = z.infer<typeof workCalendarVersion>;

/** A draft of the next version: checked and compared, but not in force. */
export const workCalendarDraft = z
  .strictObject({ savedAt: instantText, workCalendar })
  .meta({ id: 'WorkCalendarDraft' });
export type WorkCalendarDraft = z.infer<typeof workCalendarDraft>;
