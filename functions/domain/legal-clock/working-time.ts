import type { Calendar, CalendarDate, OfficeHours } from '../../../schemas/calendar.ts';
import { civilOf, type DayNumber, type Instant, MINUTE, startOfDayNumber } from '../vietnam-time.ts';
import { type DayStatus, type YearTable, yearTable } from './calendar-year-table.ts';
import { DeadlineError } from './deadline-error.ts';
import { type OfficeDay, officeTime } from './office-time.ts';
import { FIRST_COMPUTABLE_YEAR, LAST_COMPUTABLE_YEAR, provisionalYear } from './provisional-year.ts';

/**
 * A unit's calendar and office hours, ready for lookup. Create one and keep it: years are prepared once, on first
 * use. Every question about a year that has no calendar and cannot be calculated throws `DeadlineError`
 * `yearWithoutCalendar`.
 */
export type WorkingTime = {
  readonly calendarVersion: string;
  readonly officeHoursVersion: string;
  /** The kind of the day, and why. */
  dayStatus(day: DayNumber): DayStatus;
  isWorking(day: DayNumber): boolean;
  /** Whether a year between two days, both inclusive, has no official notice yet. */
  anyProvisional(first: DayNumber, last: DayNumber): boolean;
  /** The date of the day, from the prepared years. */
  dateOf(day: DayNumber): CalendarDate;
  /** The sessions of the day by its weekday and season, whether or not it is worked. */
  officeDay(day: DayNumber): OfficeDay;
  /** When the office opens on the day; midnight when it has no sessions. */
  openingOf(day: DayNumber): Instant;
  /** When the office closes on the day; midnight as it begins when it has no sessions. */
  closeOf(day: DayNumber): Instant;
  /** The day itself if it is a working day, otherwise the next working day. */
  workingDayFrom(day: DayNumber): DayNumber;
  /** The last working day before the day. */
  workingDayBefore(day: DayNumber): DayNumber;
  /**
   * The `count`-th working day after the day; `count` is at least 1. Skips whole years instead of iterating day by
   * day.
   */
  workingDayAfter(day: DayNumber, count: number): DayNumber;
  /** How many working days lie after the first day, up to and including the last. */
  workingDaysBetween(after: DayNumber, through: DayNumber): number;
};

/** Joins a calendar and office hours. `DeadlineError` `badOfficeHours` for hours that overlap or cross midnight. */
export function workingTime(parts: { calendar: Calendar; officeHours: OfficeHours }): WorkingTime {
  const { calendar } = parts;
  const office = officeTime(parts.officeHours);
  const tables = new Map<number, YearTable>();

  function tableOfYear(year: number): YearTable {
    const known = tables.get(year);
    if (known) return known;
    const table = yearTable(calendar, yearData(calendar, year), office);
    tables.set(year, table);
    return table;
  }

  // Most questions are about the same year as the previous one.
  let latest: YearTable | undefined;
  function tableOf(day: DayNumber): YearTable {
    if (latest && day >= latest.firstDay && day < latest.firstDay + latest.length) return latest;
    latest = tableOfYear(civilOf(day).year);
    return latest;
  }

  function dayStatus(day: DayNumber): DayStatus {
    const table = tableOf(day);
    return entryOf(table.days, day - table.firstDay);
  }

  function officeDay(day: DayNumber): OfficeDay {
    const table = tableOf(day);
    return entryOf(table.hours, day - table.firstDay);
  }

  const isWorking = (day: DayNumber) => dayStatus(day).working;

  function workingDayFrom(day: DayNumber): DayNumber {
    let candidate = day;
    while (!isWorking(candidate)) candidate++;
    return candidate;
  }

  function workingDayAfter(day: DayNumber, count: number): DayNumber {
    let left = count;
    let table = tableOf(day);
    let index = day - table.firstDay + 1;
    for (;;) {
      const inYear = workedBefore(table, table.length) - workedBefore(table, index);
      if (inYear >= left) break;
      left -= inYear;
      table = tableOfYear(table.year + 1);
      index = 0;
    }
    const target = workedBefore(table, index) + left;
    // The days from here on are at most working days: jump by the certain shortfall, then look again.
    for (let missing = left; missing > 0; missing = target - workedBefore(table, index)) index += missing;
    return table.firstDay + index - 1;
  }

  function workingDaysBetween(after: DayNumber, through: DayNumber): number {
    if (through <= after) return 0;
    let table = tableOf(after + 1);
    let index = after + 1 - table.firstDay;
    let count = 0;
    while (table.firstDay + table.length <= through) {
      count += workedBefore(table, table.length) - workedBefore(table, index);
      table = tableOfYear(table.year + 1);
      index = 0;
    }
    return count + workedBefore(table, through + 1 - table.firstDay) - workedBefore(table, index);
  }

  function anyProvisional(first: DayNumber, last: DayNumber): boolean {
    let table = tableOf(first);
    while (!table.provisional && table.firstDay + table.length <= last) table = tableOfYear(table.year + 1);
    return table.provisional;
  }

  return {
    calendarVersion: calendar.version,
    officeHoursVersion: office.version,
    dayStatus,
    isWorking,
    anyProvisional,
    dateOf(day) {
      const table = tableOf(day);
      return entryOf(table.dates, day - table.firstDay);
    },
    officeDay,
    openingOf: day => startOfDayNumber(day) + (officeDay(day).sessions[0]?.from ?? 0) * MINUTE,
    closeOf: day => startOfDayNumber(day) + (officeDay(day).sessions.at(-1)?.to ?? 0) * MINUTE,
    workingDayFrom,
    workingDayBefore(day) {
      let candidate = day - 1;
      while (!isWorking(candidate)) candidate--;
      return candidate;
    },
    workingDayAfter,
    workingDaysBetween,
  };
}

const workedBefore = (table: YearTable, index: number) => table.workedBefore[index] ?? 0;

/** The entry at an index that the caller knows to be in range. */
function entryOf<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new RangeError(`No day ${index} in the year's table.`);
  return entry;
}

function yearData(calendar: Calendar, year: number) {
  const official = calendar.years.find(candidate => candidate.year === year);
  if (official) return official;
  const computable = year >= FIRST_COMPUTABLE_YEAR && year <= LAST_COMPUTABLE_YEAR;
  if (calendar.yearsWithoutNotice === 'computed' && computable)
    return provisionalYear(year, calendar.weeklyDaysOff);
  const why =
    calendar.yearsWithoutNotice === 'refused'
      ? {
          vi: 'không tính cho năm chưa có thông báo nghỉ lễ chính thức',
          en: 'years without an official notice are refused',
        }
      : {
          vi: `chỉ tính được từ năm ${FIRST_COMPUTABLE_YEAR} đến năm ${LAST_COMPUTABLE_YEAR}`,
          en: `only ${FIRST_COMPUTABLE_YEAR} to ${LAST_COMPUTABLE_YEAR} can be calculated`,
        };
  throw new DeadlineError(
    'yearWithoutCalendar',
    {
      vi: `Lịch “${calendar.id}” ${calendar.version} không có năm ${year}, và ${why.vi}.`,
      en: `Calendar "${calendar.id}" ${calendar.version} has no year ${year}, and ${why.en}.`,
    },
    { year, calendar: calendar.id, calendarVersion: calendar.version },
  );
}
