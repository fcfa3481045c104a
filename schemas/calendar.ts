import * as z from 'zod';
import { publishedLine, publishedLines } from './text.ts';
import { faultAt, says, type Words } from './words.ts';

/** A day of the solar calendar in Vietnam, `YYYY-MM-DD`; a day that does not exist (2025-02-29) is refused. */
export const calendarDate = z.iso.date();

/** A minute of the day, `HH:MM`, 00:00 to 24:00 (24:00 only makes sense as an end). */
export const clockTime = z.string().regex(
  /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/,
  says({
    vi: 'phải là giờ dạng HH:MM, từ 00:00 đến 24:00',
    en: 'must be a time HH:MM from 00:00 to 24:00',
  }),
);

const listedTwice = (what: string | number): Words => ({
  vi: `${what} được ghi hai lần`,
  en: `${what} is listed twice`,
});

const notAfter = (from: string, before: string): Words => ({
  vi: `${from} không sau mốc trước đó (${before})`,
  en: `${from} is not after the one before it (${before})`,
});

/** A name shown to people, in both languages of the system. */
export const bilingualName = z.strictObject({ vi: publishedLine(1, 2000), en: publishedLine(1, 2000) });

/** Days of the week as keys, Monday first as in Vietnamese usage. */
export const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/**
 * Why a day that would otherwise be a working day is off: a holiday of Article 112 of the Labour Code, compensation
 * for a holiday on a weekly day off (nghỉ bù), or a day exchanged for a Saturday (hoán đổi ngày làm việc).
 */
export const dayOffReason = z.enum(['holiday', 'compensation', 'swapped']);

/** One named day off of a calendar. A holiday on a weekly day off is listed too, so that it has a name. */
export const dayOff = z.strictObject({ date: calendarDate, reason: dayOffReason, name: bilingualName });

/** A weekly day off that is worked in place of another day. */
export const saturdayWorked = z.strictObject({ date: calendarDate, inPlaceOf: calendarDate });

/**
 * The days off of one year. `provisional` is true while there is no official notice: dates calculated from such a
 * year say so. `notices` name the official texts; `remark` is for the maintainers of the data.
 */
export const calendarYear = z
  .strictObject({
    year: z.int().min(1900).max(2199),
    provisional: z.boolean(),
    notices: z.array(publishedLine(1, 20_000)),
    remark: publishedLines(0, 20_000).optional(),
    daysOff: z.array(dayOff),
    saturdaysWorked: z.array(saturdayWorked),
  })
  .superRefine((year, context) => {
    const seen = new Set<string>();
    const check = (date: string, path: (string | number)[]) => {
      if (!date.startsWith(`${year.year}-`)) {
        context.addIssue(
          faultAt(path, {
            vi: `${date} không phải ngày của năm ${year.year}`,
            en: `${date} is not a day of ${year.year}`,
          }),
        );
      }
      if (seen.has(date)) context.addIssue(faultAt(path, listedTwice(date)));
      seen.add(date);
    };
    for (const [index, day] of year.daysOff.entries()) check(day.date, ['daysOff', index, 'date']);
    for (const [index, day] of year.saturdaysWorked.entries())
      check(day.date, ['saturdaysWorked', index, 'date']);
  });

/**
 * A versioned working calendar. Dossiers pin it by `id` and `version`; a change is a new version. `swappedSaturdays`
 * is the province's setting: whether a Saturday worked in exchange counts as a working day. `unitDaysOff` are days a
 * unit is closed although the nation works. `yearsWithoutNotice` says whether years without an entry may be
 * calculated, and are then marked provisional.
 */
export const calendar = z
  .strictObject({
    id: z.string().min(1),
    version: z.string().min(1),
    name: bilingualName,
    weeklyDaysOff: z.array(weekday).max(6),
    swappedSaturdays: z.enum(['counted', 'notCounted']),
    yearsWithoutNotice: z.enum(['computed', 'refused']),
    years: z.array(calendarYear),
    unitDaysOff: z.array(z.strictObject({ date: calendarDate, name: bilingualName })),
  })
  .superRefine((value, context) => {
    const seen = new Set<number>();
    for (const [index, { year }] of value.years.entries()) {
      if (seen.has(year)) {
        context.addIssue(faultAt(['years', index, 'year'], listedTwice(year)));
      }
      seen.add(year);
    }
  });

/** One session of a day, `[from, to)`. */
export const officeSession = z.strictObject({ from: clockTime, to: clockTime });

/** The sessions of one day, in order, not overlapping, none over midnight. Empty: the office is closed. */
export const officeDay = z.array(officeSession).superRefine((sessions, context) => {
  let lastEnd = '';
  for (const [index, { from, to }] of sessions.entries()) {
    // 'HH:MM' sorts as text, 24:00 included
    if (to <= from) {
      const message = {
        vi: `giờ làm việc ${from}–${to} kết thúc trước khi bắt đầu; một buổi không kéo qua nửa đêm`,
        en: `office hours ${from}–${to} end before they begin; a session cannot cross midnight`,
      };
      context.addIssue(faultAt([index], message));
    }
    if (from < lastEnd) {
      const message = {
        vi: `giờ làm việc ${from}–${to} bắt đầu trước khi buổi trước kết thúc (${lastEnd})`,
        en: `office hours ${from}–${to} begin before the previous session ends (${lastEnd})`,
      };
      context.addIssue(faultAt([index], message));
    }
    lastEnd = to;
  }
});

/** Office hours from a day of the year (`MM-DD`) until the next season begins, with exceptions for single weekdays. */
export const officeSeason = z.strictObject({
  from: z
    .string()
    .regex(
      /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
      says({ vi: 'ngày bắt đầu mùa phải có dạng MM-DD', en: 'the start of a season must be MM-DD' }),
    ),
  sessions: officeDay,
  weekdays: z.partialRecord(weekday, officeDay).optional(),
});

/**
 * The office hours of a unit, versioned. Each period holds from its date until the next period's; within it the
 * seasons follow one another around the year (the one that began last is in force, over New Year too).
 */
export const officeHours = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  periods: z
    .array(z.strictObject({ from: calendarDate, seasons: z.array(officeSeason).min(1) }))
    .min(1)
    .superRefine((periods, context) => {
      let lastPeriod = '';
      for (const [index, period] of periods.entries()) {
        if (period.from <= lastPeriod) {
          context.addIssue(faultAt([index, 'from'], notAfter(period.from, lastPeriod)));
        }
        lastPeriod = period.from;
        let lastSeason = '';
        for (const [seasonIndex, season] of period.seasons.entries()) {
          if (season.from <= lastSeason) {
            const path = [index, 'seasons', seasonIndex, 'from'];
            context.addIssue(faultAt(path, notAfter(season.from, lastSeason)));
          }
          lastSeason = season.from;
        }
      }
    }),
});

/**
 * Units in which law and procedures state time limits. `workingHour` runs inside office hours, `month` is a solar
 * month.
 */
export const limitUnit = z.enum(['workingDay', 'calendarDay', 'workingHour', 'month']);

/** Longest limit accepted, by unit: a hundred years. More is a typing error, not a time limit. */
export const LONGEST_LIMIT = {
  workingDay: 36_600,
  calendarDay: 36_600,
  workingHour: 878_400,
  month: 1_200,
} as const;

/**
 * A time limit. Decimals are allowed: half a working day is `0.5`. `sameDay` is for procedures answered on the day of
 * receipt: received on a working day not after the cut-off, due at that day's close; otherwise at the next working
 * day's close.
 */
export const limit = z
  .strictObject({
    amount: z.number().min(0),
    unit: limitUnit,
    sameDay: z.strictObject({ cutOff: clockTime }).optional(),
  })
  .superRefine(({ amount, unit, sameDay }, context) => {
    if (amount > LONGEST_LIMIT[unit]) {
      const message = {
        vi: `thời hạn ${amount} ${unit} dài hơn một trăm năm (${LONGEST_LIMIT[unit]} ${unit})`,
        en: `a limit of ${amount} ${unit} is longer than a hundred years (${LONGEST_LIMIT[unit]} ${unit})`,
      };
      context.addIssue(faultAt(['amount'], message));
    }
    if (sameDay && (unit !== 'workingDay' || amount > 1)) {
      const message = {
        vi: 'thời hạn trong ngày nhiều nhất là 1 ngày làm việc (workingDay): kết thúc vào ngày nào tùy theo giờ chốt',
        en: 'a same-day limit is at most 1 workingDay: the cut-off hour decides on which day it ends',
      };
      context.addIssue(faultAt(['sameDay'], message));
    }
  });

export type CalendarDate = z.infer<typeof calendarDate>;
export type ClockTime = z.infer<typeof clockTime>;
export type BilingualName = z.infer<typeof bilingualName>;
export type Weekday = z.infer<typeof weekday>;
export type DayOff = z.infer<typeof dayOff>;
export type CalendarYear = z.infer<typeof calendarYear>;
export type Calendar = z.infer<typeof calendar>;
export type OfficeSession = z.infer<typeof officeSession>;
export type OfficeSeason = z.infer<typeof officeSeason>;
export type OfficeHours = z.infer<typeof officeHours>;
export type Limit = z.infer<typeof limit>;
