import * as z from 'zod';
import {
  calendar,
  calendarDate,
  clockTime,
  limit,
  type OfficeHours,
  type OfficeSession,
  officeDay,
  officeHours,
} from './calendar.ts';
import { instantText } from './instant.ts';
import { oneLine } from './text.ts';
import { faultAt } from './words.ts';

/** What happens when a pause ends: `resume` continues with what is left, `restart` starts the whole limit again. */
export const resumePolicy = z.enum(['resume', 'restart']);

/** Why the clock was paused. */
export const pauseReason = z.enum(['supplement', 'fee', 'citizen', 'outage', 'other']);

/** A pause of the clock, on the wire. Without `to` it is still open. */
export const interruptionText = z.strictObject({
  from: instantText,
  to: instantText.optional(),
  resume: resumePolicy,
  reason: pauseReason.optional(),
  by: oneLine(0, 200).optional(),
});

/**
 * How a body of law counts: data with a version, so that another law is another file and not another program.
 *
 * - `receiptDay`: whether the day on which the clock starts is counted as day one (in days; Civil Code 147: it is
 *   not).
 * - `lastDayOff`: `roll` moves a last day that is off to the next working day (Civil Code 148.5), `keep` leaves it.
 * - `dueMoment`: when on the last day a limit in days or months ends. `sameClockTime` is the clock time of receipt,
 *   moved into office hours.
 * - `partOfDay`: 0.5 working day as that share of the last day's office time, or as a whole day.
 * - `pauseDays`: whether the day on which the clock stops and the day on which it runs again count, for limits in
 *   days and months.
 * - `monthsFrom`: months are counted from the day of receipt or from the day after it.
 * - `monthEnd`: a month without the day number ends on its last day (Civil Code 148.3) or runs over into the next
 *   month.
 * - `restartAfterLapse`: whether a restart that begins after the limit has run out starts it afresh (the lapse is
 *   reported) or changes nothing.
 * - `forwarding.cutOff`: received later, a paper dossier is forwarded at the start of the next working day.
 * - `extension`: how often a date may be moved, and how many days before the due date at the latest.
 * - `alarms`: how long before the due date, and after it, people are told.
 */
export const clockRules = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  receiptDay: z.enum(['notCounted', 'counted']),
  lastDayOff: z.enum(['roll', 'keep']),
  dueMoment: z.enum(['closeOfOffice', 'sameClockTime', 'endOfDay', 'startOfNextDay']),
  partOfDay: z.enum(['shareOfOfficeTime', 'wholeDay']),
  pauseDays: z.strictObject({ first: z.enum(['counted', 'skipped']), last: z.enum(['counted', 'skipped']) }),
  monthsFrom: z.enum(['receiptDay', 'dayAfter']),
  monthEnd: z.enum(['lastDay', 'overflow']),
  restartAfterLapse: z.enum(['allowed', 'ignored']),
  forwarding: z.strictObject({ cutOff: clockTime }),
  extension: z.strictObject({
    times: z.int().min(0),
    latestDaysBefore: z.int().min(0),
    dayUnit: z.enum(['calendarDay', 'workingDay']),
  }),
  alarms: z.strictObject({
    dueSoonWorkingDays: z.int().min(1),
    dueSoonWorkingHours: z.number().positive(),
    escalationWorkingDays: z.int().min(1),
  }),
});

/**
 * Why a day or part of a day was counted or not. `receiptDay`: the clock starts on it; `restart`: it restarts on it;
 * `forgotten`: passed before a restart; `rolled`: the last day was off, so the limit ends here; `due`: the limit ends
 * on this day without counting it (a limit of zero).
 */
export const dayReason = z.enum([
  'receiptDay',
  'workingDay',
  'swappedInDay',
  'calendarDay',
  'weekend',
  'holiday',
  'compensation',
  'swapped',
  'swappedSaturdayNotCounted',
  'unitDayOff',
  'officeClosed',
  'officeHours',
  'partOfDay',
  'lunch',
  'outsideOfficeHours',
  'pause',
  'restart',
  'forgotten',
  'rolled',
  'due',
]);

/** Most sessions of a day, seasons of a year and periods of office hours that anybody may ask about: work takes none as many. */
const MOST_SESSIONS = 12;
const MOST_SEASONS = 12;
const MOST_PERIODS = 50;

const tooMany = (most: number) => ({ vi: `nhiều nhất ${most}`, en: `at most ${most}` });

/** The lists of office hours that are longer than anybody works by, each with how long it may be. */
function crowded(given: string | OfficeSession[] | OfficeHours): { path: PropertyKey[]; length: number }[] {
  if (typeof given === 'string') return [];
  const lists = (path: PropertyKey[], list: readonly unknown[], length: number) =>
    list.length > length ? [{ path, length }] : [];
  if (Array.isArray(given)) return lists([], given, MOST_SESSIONS);
  return [
    ...lists(['periods'], given.periods, MOST_PERIODS),
    ...given.periods.flatMap(({ seasons }, period) => [
      ...lists(['periods', period, 'seasons'], seasons, MOST_SEASONS),
      ...seasons.flatMap(({ sessions, weekdays }, season) => {
        const at = ['periods', period, 'seasons', season];
        return [
          ...lists([...at, 'sessions'], sessions, MOST_SESSIONS),
          ...Object.entries(weekdays ?? {}).flatMap(([day, list]) =>
            lists([...at, 'weekdays', day], list, MOST_SESSIONS),
          ),
        ];
      }),
    ]),
  ];
}

/** Body of `POST /v1/deadlines/explain`. A calendar or office hours are named by id, or given whole; hours also as plain sessions. */
export const explainRequest = z.strictObject({
  receivedAt: instantText,
  limit,
  calendar: z.union([z.string().min(1), calendar]).optional(),
  officeHours: z
    .union([z.string().min(1), officeDay, officeHours])
    .superRefine((given, context) => {
      for (const { path, length } of crowded(given)) context.addIssue(faultAt(path, tooMany(length)));
    })
    .optional(),
  interruptions: z.array(interruptionText).max(1000).optional(),
  /** How to count, if not by Vietnamese law: another body of law is other data. */
  rules: clockRules.optional(),
});

/** One day, or part of a day if `from` and `to` are given, with what it counted for and why, also in words. */
export const explanationEntryText = z.strictObject({
  date: calendarDate,
  counted: z.union([z.boolean(), z.number()]),
  reason: z.string(),
  code: dayReason,
  from: clockTime.optional(),
  to: clockTime.optional(),
});

/** Answer of `POST /v1/deadlines/explain`; without `dueAt` and `dueOn` while the clock is paused. */
export const explainResponse = z.strictObject({
  status: z.enum(['due', 'paused']),
  dueAt: instantText.optional(),
  dueOn: calendarDate.optional(),
  calendarVersion: z.string(),
  rulesVersion: z.string(),
  provisional: z.boolean(),
  entries: z.array(explanationEntryText),
  text: z.string().optional(),
});

export type ResumePolicy = z.infer<typeof resumePolicy>;
export type PauseReason = z.infer<typeof pauseReason>;
export type ClockRules = z.infer<typeof clockRules>;
export type DayReason = z.infer<typeof dayReason>;
export type ExplainRequest = z.infer<typeof explainRequest>;
