import { type CalendarDate, calendarDate } from '../../../../schemas/calendar.ts';
import { dateOf, parseDate, parseInstant } from '../../vietnam-time.ts';

/** With or without a time behind it, which a booking does not need. */
const VIETNAMESE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;
const WITH_ZONE = /T.*(?:Z|[+-]\d{2}:\d{2})$/;

/** Half a year: days of the month that are farther from the value date belong to the year beside it. */
const HALF_A_YEAR = 183;

/** A day that exists in this century, or undefined. */
function day(text: string): CalendarDate | undefined {
  return text.startsWith('20') && calendarDate.safeParse(text).success ? text : undefined;
}

/** A day as people write it, day first, or as ISO 8601 has it; undefined for any other, or one that does not exist. */
export function writtenDay(text: string): CalendarDate | undefined {
  const trimmed = text.trim();
  const [, d, m, y] = VIETNAMESE.exec(trimmed) ?? [];
  if (d !== undefined && m !== undefined) return day(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);
  const iso = ISO.exec(trimmed)?.[1];
  return iso === undefined ? undefined : day(iso);
}

/** `YYMMDD` of SWIFT. */
export function swiftDay(text: string): CalendarDate | undefined {
  return /^\d{6}$/.test(text) ? day(`20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4)}`) : undefined;
}

/** `MMDD` of SWIFT, in the year in which it is nearest to the value date: 0102 beside 261231 is of 2027. */
export function swiftDayBeside(text: string, value: CalendarDate): CalendarDate | undefined {
  const year = Number(value.slice(0, 4));
  const years = [year, year - 1, year + 1].map(y => day(`${y}-${text.slice(0, 2)}-${text.slice(2)}`));
  return years.find(
    near => near !== undefined && Math.abs(parseDate(near) - parseDate(value)) <= HALF_A_YEAR,
  );
}

/** A day or a moment of ISO 20022; a moment with an offset is of the day that it was in Vietnam. */
export function isoDay(text: string): CalendarDate | undefined {
  if (!WITH_ZONE.test(text)) return writtenDay(text);
  try {
    return day(dateOf(parseInstant(text)));
  } catch {
    return undefined;
  }
}
