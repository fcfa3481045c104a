import type { OfficeHours, OfficeSeason, OfficeSession } from '../../../schemas/calendar.ts';
import {
  civilOf,
  type DayNumber,
  dateOfDayNumber,
  minutesOfClockTime,
  parseDate,
  weekdayOfDayNumber,
} from '../vietnam-time.ts';
import { dayText } from '../wording/dates.ts';
import { DeadlineError } from './deadline-error.ts';

/** A session in minutes since midnight, `[from, to)`. */
export type Session = { readonly from: number; readonly to: number };

/** The office hours of one day. `minutes` is their sum; an empty list means closed. */
export type OfficeDay = { readonly sessions: readonly Session[]; readonly minutes: number };

/** Office hours ready for lookup. */
export type OfficeTime = { readonly id: string; readonly version: string; dayOf(day: DayNumber): OfficeDay };

/**
 * Prepares office hours for lookup. Throws `DeadlineError` `badOfficeHours` for sessions that overlap, are out of
 * order or cross midnight; `dayOf` throws `yearWithoutOfficeHours` for a day before the first period.
 */
export function officeTime(hours: OfficeHours): OfficeTime {
  const periods = hours.periods.map(({ from, seasons }) => ({
    from: parseDate(from),
    seasons: seasons.map(season => ({ from: season.from, week: weekOf(season) })),
  }));
  return {
    id: hours.id,
    version: hours.version,
    dayOf(day) {
      const period = periods.findLast(({ from }) => from <= day);
      const monthDay = dateOfDayNumber(day).slice(5);
      // before the year's first season the last one is still in force
      const season = period?.seasons.findLast(({ from }) => from <= monthDay) ?? period?.seasons.at(-1);
      if (!season) {
        const { year } = civilOf(day);
        const date = dateOfDayNumber(day);
        const detail = {
          vi: `Giờ làm việc “${hours.id}” ${hours.version} không có quy định cho ngày ${dayText(date)}.`,
          en: `Office hours "${hours.id}" ${hours.version} do not cover ${date} (year ${year}).`,
        };
        throw new DeadlineError('yearWithoutOfficeHours', detail, { year, date });
      }
      return season.week(day);
    },
  };
}

function weekOf(season: OfficeSeason): (day: DayNumber) => OfficeDay {
  const usual = officeDayOf(season.sessions);
  const exceptions = new Map(
    Object.entries(season.weekdays ?? {}).map(([weekday, sessions]) => [weekday, officeDayOf(sessions)]),
  );
  return day => exceptions.get(weekdayOfDayNumber(day)) ?? usual;
}

function officeDayOf(sessions: readonly OfficeSession[]): OfficeDay {
  const stretches = sessions.map(({ from, to }) => ({
    from: minutesOfClockTime(from),
    to: minutesOfClockTime(to),
  }));
  let lastEnd = 0;
  let minutes = 0;
  for (const [index, { from, to }] of stretches.entries()) {
    const text = `${sessions[index]?.from}–${sessions[index]?.to}`;
    if (to <= from) {
      throw new DeadlineError(
        'badOfficeHours',
        {
          vi: `Giờ làm việc ${text} kết thúc trước khi bắt đầu: một buổi không kéo qua nửa đêm.`,
          en: `Office hours ${text} end before they begin: a session cannot cross midnight.`,
        },
        { session: text },
      );
    }
    if (from < lastEnd) {
      throw new DeadlineError(
        'badOfficeHours',
        {
          vi: `Giờ làm việc ${text} trùng với buổi trước hoặc đứng trước buổi đó.`,
          en: `Office hours ${text} overlap the session before them or precede it.`,
        },
        { session: text },
      );
    }
    lastEnd = to;
    minutes += to - from;
  }
  return { sessions: stretches, minutes };
}
