import { type Calendar, calendar, type OfficeHours, officeHours } from '../../schemas/calendar.ts';
import { type ClockRules, clockRules } from '../../schemas/deadline.ts';
import calendarData from './civil-service.2026.1.json' with { type: 'json' };
import rulesData from './clock-rules.vietnam.1.json' with { type: 'json' };
import hoursData from './office-hours.standard.1.json' with { type: 'json' };

/** The national civil-service calendar in its newest version, swapped Saturdays counted. */
export const nationalCalendar: Calendar = calendar.parse(calendarData);

/** 07:00–11:30 and 13:30–17:00, eight hours: where a unit has no office hours of its own. */
export const standardOfficeHours: OfficeHours = officeHours.parse(hoursData);

/** How Vietnamese law counts the time limits of administrative procedures. */
export const vietnameseRules: ClockRules = clockRules.parse(rulesData);
