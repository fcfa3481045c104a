import type { CalendarDate, Weekday } from '../../schemas/calendar.ts';
import type { Instant } from '../../schemas/instant.ts';

/**
 * Time in Vietnam. The country has been at UTC+7 without daylight saving time since 13 June 1975, so all of this is
 * arithmetic with a fixed offset: neither the machine's zone nor its time-zone database can change a date.
 */

export type { Instant };

/** Whole days since 1970-01-01 in Vietnam: the form in which days are counted. */
export type DayNumber = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OFFSET = 7 * HOUR;

/** A text that is not a moment or a day, or a moment without an offset. `text` is the input. */
export class TimeTextError extends Error {
  readonly code = 'badTime';
  readonly text: string;

  constructor(text: string, message: string) {
    super(message);
    this.name = 'TimeTextError';
    this.text = text;
  }
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** The day number of the Vietnamese day that holds the moment. */
export function dayNumberOf(instant: Instant): DayNumber {
  return Math.floor((instant + OFFSET) / DAY);
}

/** The first moment of a day, midnight in Vietnam. */
export function startOfDayNumber(day: DayNumber): Instant {
  return day * DAY - OFFSET;
}

/** Year, month (1–12) and day of a day number in the solar calendar. */
export function civilOf(day: DayNumber): { year: number; month: number; day: number } {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day number of a day of the solar calendar; out-of-range months and days carry over as in arithmetic. */
export function dayNumberOfCivil(year: number, month: number, day: number): DayNumber {
  // Not `Date.UTC`, which takes the years 0 to 99 for those of the twentieth century.
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY;
}

/** `YYYY-MM-DD` of a day number. */
export function dateOfDayNumber(day: DayNumber): CalendarDate {
  const civil = civilOf(day);
  return `${pad(civil.year, 4)}-${pad(civil.month, 2)}-${pad(civil.day, 2)}`;
}

/** The day number of a `YYYY-MM-DD`. Throws `TimeTextError` for anything else, 2025-02-29 included. */
export function parseDate(date: CalendarDate): DayNumber {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const day = match ? dayNumberOfCivil(Number(match[1]), Number(match[2]), Number(match[3])) : Number.NaN;
  if (Number.isNaN(day) || dateOfDayNumber(day) !== date) {
    throw new TimeTextError(date, `"${date}" is not a day: days are written YYYY-MM-DD, like 2026-11-21.`);
  }
  return day;
}

/** The date in Vietnam of a moment. */
export function dateOf(instant: Instant): CalendarDate {
  return dateOfDayNumber(dayNumberOf(instant));
}

/** Minutes since midnight in Vietnam, 0 to 1439, seconds dropped. */
export function minuteOfDay(instant: Instant): number {
  return Math.floor((instant + OFFSET - dayNumberOf(instant) * DAY) / MINUTE);
}

/** Midnight in Vietnam at which the day begins. */
export function startOfDay(date: CalendarDate): Instant {
  return startOfDayNumber(parseDate(date));
}

/** The midnight at which a day ends in Vietnam. */
export function endOfDay(date: CalendarDate): Instant {
  return startOfDay(addDays(date, 1));
}

/** The day so many days later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(parseDate(date) + days);
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[];

/** The weekday of a day number. */
export function weekdayOfDayNumber(day: DayNumber): Weekday {
  // day 0 was a Thursday
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 'mon';
}

/** The weekday of a day. */
export function weekdayOf(date: CalendarDate): Weekday {
  return weekdayOfDayNumber(parseDate(date));
}

/** Minutes since midnight of a clock time `HH:MM`, 0 to 1440. */
export function minutesOfClockTime(time: string): number {
  const match = /^(\d{2}):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (Number.isNaN(minutes) || minutes > 1440) {
    throw new TimeTextError(
      time,
      `"${time}" is not a clock time: clock times are written HH:MM, 00:00 to 24:00.`,
    );
  }
  return minutes;
}

/** `HH:MM` of minutes since midnight. */
export function clockTimeOf(minutes: number): string {
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}

/**
 * RFC 3339 with the Vietnamese offset, like `2026-11-21T19:40:00+07:00`; a fraction of a second is written only when
 * there is one.
 */
export function toRfc3339(instant: Instant): string {
  const text = new Date(instant + OFFSET).toISOString();
  return `${text.slice(0, 19)}${instant % 1000 === 0 ? '' : text.slice(19, 23)}+07:00`;
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt](?:([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d+))?)([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Reads RFC 3339. A text without `Z` or an offset is refused, because it would mean different moments on different
 * machines; so is a day that does not exist. Anything finer than a millisecond is dropped. Throws `TimeTextError`.
 */
export function parseInstant(text: string): Instant {
  const match = INSTANT.exec(text);
  if (!match) {
    throw new TimeTextError(
      text,
      `"${text}" is not a moment: write RFC 3339 with an offset or Z, like 2026-11-21T19:40:00+07:00.`,
    );
  }
  const [, date = '', hours, minutes, seconds, fraction = '', zone = 'Z'] = match;
  const clock = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  return parseDate(date) * DAY + clock + milliseconds - offsetOf(zone);
}

function offsetOf(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const size = Number(zone.slice(1, 3)) * HOUR + Number(zone.slice(4, 6)) * MINUTE;
  return zone.startsWith('-') ? -size : size;
}
