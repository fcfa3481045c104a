import type {
  BilingualName,
  Calendar,
  CalendarDate,
  CalendarYear,
  DayOff,
} from '../../../schemas/calendar.ts';
import {
  type DayNumber,
  dateOfDayNumber,
  dayNumberOfCivil,
  parseDate,
  weekdayOfDayNumber,
} from '../vietnam-time.ts';
import { DeadlineError } from './deadline-error.ts';
import type { OfficeDay, OfficeTime } from './office-time.ts';

/** The kind of a day: working, working in exchange for another day, or off for one of the reasons. */
export type DayKind =
  | 'workingDay'
  | 'swappedInDay'
  | 'weekend'
  | DayOff['reason']
  | 'swappedSaturdayNotCounted'
  | 'unitDayOff'
  | 'officeClosed';

/** One day of the working calendar of a unit. */
export type DayStatus = {
  readonly kind: DayKind;
  readonly working: boolean;
  /** The name of the day off. */
  readonly name?: BilingualName;
  /** For a swapped Saturday: the day off that it replaces. */
  readonly inPlaceOf?: CalendarDate;
};

/**
 * One year, ready for lookup. `workedBefore[i]` is the number of working days before the year's day `i`, for counting
 * without iterating.
 */
export type YearTable = {
  readonly year: number;
  readonly firstDay: DayNumber;
  readonly length: number;
  readonly provisional: boolean;
  readonly dates: readonly CalendarDate[];
  readonly days: readonly DayStatus[];
  readonly hours: readonly OfficeDay[];
  readonly workedBefore: Uint16Array;
};

const WORKING: DayStatus = { kind: 'workingDay', working: true };
const WEEKEND: DayStatus = { kind: 'weekend', working: false };
const CLOSED: DayStatus = { kind: 'officeClosed', working: false };

/**
 * Prepares a year. National days off come first, then the unit's; a day without office hours is not a working day of
 * the unit. Throws `DeadlineError` `calendarWithoutWorkingDay` if no working day is left, so that no count can run
 * for ever.
 */
export function yearTable(calendar: Calendar, data: CalendarYear, office: OfficeTime): YearTable {
  const firstDay = dayNumberOfCivil(data.year, 1, 1);
  const length = dayNumberOfCivil(data.year + 1, 1, 1) - firstDay;
  const special = specialDays(calendar, data);
  const dates: CalendarDate[] = [];
  const days: DayStatus[] = [];
  const hours: OfficeDay[] = [];
  const workedBefore = new Uint16Array(length + 1);
  for (let index = 0; index < length; index++) {
    const day = firstDay + index;
    const hoursOfDay = office.dayOf(day);
    const usual = calendar.weeklyDaysOff.includes(weekdayOfDayNumber(day)) ? WEEKEND : WORKING;
    const planned = special.get(day) ?? usual;
    const status = planned.working && hoursOfDay.minutes === 0 ? CLOSED : planned;
    dates.push(dateOfDayNumber(day));
    days.push(status);
    hours.push(hoursOfDay);
    workedBefore[index + 1] = (workedBefore[index] ?? 0) + (status.working ? 1 : 0);
  }
  if (workedBefore[length] === 0) {
    const detail = {
      vi: `Lịch “${calendar.id}” ${calendar.version} với giờ làm việc “${office.id}” không có ngày làm việc nào trong năm ${data.year}.`,
      en: `Calendar "${calendar.id}" ${calendar.version} with office hours "${office.id}" has no working day in ${data.year}.`,
    };
    throw new DeadlineError('calendarWithoutWorkingDay', detail, { year: data.year, calendar: calendar.id });
  }
  return {
    year: data.year,
    firstDay,
    length,
    provisional: data.provisional,
    dates,
    days,
    hours,
    workedBefore,
  };
}

/**
 * The exceptions to the weekday rule; later entries override earlier ones, so a unit can also be closed on a swapped
 * Saturday.
 */
function specialDays(calendar: Calendar, data: CalendarYear): Map<DayNumber, DayStatus> {
  const special = new Map<DayNumber, DayStatus>();
  for (const { date, reason, name } of data.daysOff) {
    special.set(parseDate(date), { kind: reason, working: false, name });
  }
  const counted = calendar.swappedSaturdays === 'counted';
  for (const { date, inPlaceOf } of data.saturdaysWorked) {
    const kind = counted ? 'swappedInDay' : 'swappedSaturdayNotCounted';
    special.set(parseDate(date), { kind, working: counted, inPlaceOf });
  }
  for (const { date, name } of calendar.unitDaysOff) {
    const nationalDayOff = data.daysOff.some(dayOff => dayOff.date === date);
    if (!nationalDayOff) special.set(parseDate(date), { kind: 'unitDayOff', working: false, name });
  }
  return special;
}
