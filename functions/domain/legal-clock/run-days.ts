import type { Limit } from '../../../schemas/calendar.ts';
import type { ClockRules } from '../../../schemas/deadline.ts';
import {
  type DayNumber,
  dayNumberOf,
  type Instant,
  MINUTE,
  minutesOfClockTime,
  startOfDayNumber,
} from '../vietnam-time.ts';
import { splitAmount } from './check-question.ts';
import { countDays, type DayCount, type DayCountEnd, everyDay } from './count-days.ts';
import { countHours } from './count-hours.ts';
import { dueMoment } from './due-moment.ts';
import type { Pause, Run } from './interruptions.ts';
import { lastDayOfMonths } from './months.ts';
import { pausedDays } from './paused-days.ts';
import type { RecordStretch, RunEnd, UnfinishedDay } from './run-end.ts';
import type { WorkingTime } from './working-time.ts';

type DayQuestion = { run: Run; limit: Limit; rules: ClockRules; time: WorkingTime; record?: RecordStretch };

/** Runs a limit in working days, calendar days or months, or a same-day limit. */
export function runDays(question: DayQuestion): RunEnd {
  return runPlainDays(question) ?? runAnyDays(question);
}

/** Fast path for the most frequent case: whole working days to the close of office, without pauses. */
function runPlainDays({ run, limit, rules, time }: DayQuestion): RunEnd | undefined {
  const plain =
    limit.unit === 'workingDay' &&
    limit.sameDay === undefined &&
    limit.amount > 0 &&
    Number.isInteger(limit.amount) &&
    run.pauses.length === 0 &&
    rules.receiptDay === 'notCounted' &&
    rules.dueMoment === 'closeOfOffice';
  if (!plain) return undefined;
  const startDay = dayNumberOf(run.start);
  const lastCounted = time.workingDayAfter(startDay, limit.amount);
  return { dueAt: time.closeOf(lastCounted), lastCounted, firstAsked: startDay, unfinished: NO_DAYS };
}

const NO_DAYS: readonly UnfinishedDay[] = [];

function runAnyDays({ run, limit, rules, time, record }: DayQuestion): RunEnd {
  const start = startOfCount(run.start, rules, time);
  const startDay = dayNumberOf(start);
  // Checked even if no day is counted by it: a start outside every calendar year is refused.
  const firstAsked = limit.unit === 'workingDay' ? startDay : undefined;
  time.dayStatus(startDay);
  const paused = pausedDays(run.pauses, rules);
  const days = limit.unit === 'workingDay' ? workingDaysOf(time) : everyDay;
  const from = rules.receiptDay === 'counted' ? startDay - 1 : startDay;
  const { count, part } = countOf(limit, startDay, from, rules);
  const mayEndOnDayOff = rules.lastDayOff === 'keep' && limit.unit !== 'workingDay';
  const unfinished: UnfinishedDay[] = [];

  let usedUp: DayNumber | undefined;
  let begun = start;
  let end: DayCountEnd = firstEnd();
  for (;;) {
    if ('standing' in end) return { standing: end.standing.pause, left: leftOf(end.left), unfinished };
    const landed = land(end.day);
    if ('standing' in landed) return { standing: landed.standing, left: 0, unfinished };
    const moment = momentOn(landed.day);
    if ('standing' in moment) return { standing: moment.standing, left: moment.left, unfinished };
    const dueAt = moment.at;
    if (dueAt < begun) {
      // The office had already closed on that day before the clock started or restarted.
      end = count === 0 ? { day: landed.day + 1 } : nextAfter(landed.day);
      continue;
    }
    const pause = run.pauses.find(({ from, to }) => from < dueAt && dueAt < to);
    const lastCounted = usedUp ?? end.day;
    if (!pause) return { dueAt, lastCounted, firstAsked: firstAsked ?? lastCounted, unfinished };
    unfinished.push({ day: landed.day, pause });
    // The count was complete and only its end had moved to a later day: nothing more is counted after the pause.
    if (landed.day > end.day) usedUp ??= end.day;
    if (pause.to === Number.POSITIVE_INFINITY)
      return { standing: pause, left: Math.min(1, limit.amount), unfinished };
    begun = pause.to;
    end = count === 0 ? firstEnd() : nextAfter(landed.day);
  }

  function nextAfter(day: DayNumber): DayCountEnd {
    return countDays({ from: day, count: 1, paused, days });
  }

  /**
   * The day on which the count ends: for a limit of zero days the start day itself, for a same-day limit as its
   * cut-off says.
   */
  function firstEnd(): DayCountEnd {
    const today = dayNumberOf(begun);
    if (limit.sameDay) {
      const cutOff = startOfDayNumber(today) + minutesOfClockTime(limit.sameDay.cutOff) * MINUTE;
      return { day: begun > cutOff && time.isWorking(today) ? today + 1 : today };
    }
    if (count === 0) return { day: today };
    return countDays({ from, count, paused, days });
  }

  /** What is left of the amount after counting so many days: months are counted, and left, in days. */
  function leftOf(daysLeft: number): number {
    return limit.unit === 'month' ? daysLeft : limit.amount - count + daysLeft;
  }

  /** The day itself or, if the limit may not end on it, the next working day that is not paused. */
  function land(day: DayNumber): { day: DayNumber } | { standing: Pause } {
    let landed = mayEndOnDayOff ? day : time.workingDayFrom(day);
    // A limit of zero days may end on the day on which a pause ends: only the moment decides.
    if (count === 0) return { day: landed };
    for (const { first, last, pause } of paused) {
      if (landed < first || landed > last) continue;
      if (last === Number.POSITIVE_INFINITY) return { standing: pause };
      landed = mayEndOnDayOff ? last + 1 : time.workingDayFrom(last + 1);
    }
    return { day: landed };
  }

  function momentOn(day: DayNumber) {
    if (part === 0) return { at: dueMoment({ day, start, rules, time }) };
    const from =
      rules.dueMoment === 'sameClockTime' ? dueMoment({ day, start, rules, time }) : time.openingOf(day);
    const amount = Math.round(part * time.officeDay(day).minutes * MINUTE);
    const ended = countHours({ from, amount, pauses: run.pauses, time, record });
    if ('at' in ended) return ended;
    return { standing: ended.standing, left: ended.left / (time.officeDay(day).minutes * MINUTE) };
  }
}

function workingDaysOf(time: WorkingTime): DayCount {
  return { after: time.workingDayAfter, between: time.workingDaysBetween };
}

/** For limits that end at the clock time of receipt, a start outside office hours moves to the next opening. */
function startOfCount(start: Instant, rules: ClockRules, time: WorkingTime): Instant {
  if (rules.dueMoment !== 'sameClockTime' || rules.lastDayOff === 'keep') return start;
  const moved = countHours({ from: start, amount: 0, pauses: [], time });
  return 'at' in moved ? moved.at : start;
}

/**
 * How many days to count, and which part of the last one is due: 1.5 working days is the second working day with half
 * of its office time. If limits end at the clock time of receipt, the part is added after the whole days instead.
 * Fractions of calendar days count as whole days: the law knows no fractions.
 */
function countOf(
  limit: Limit,
  startDay: DayNumber,
  from: DayNumber,
  rules: ClockRules,
): { count: number; part: number } {
  if (limit.sameDay) return { count: 0, part: 0 };
  if (limit.unit === 'month')
    return { count: lastDayOfMonths(startDay, limit.amount, rules) - from, part: 0 };
  const { whole, part } = splitAmount(limit.amount);
  const share = limit.unit === 'workingDay' && rules.partOfDay === 'shareOfOfficeTime';
  if (part === 0 || !share) return { count: Math.ceil(whole + part), part: 0 };
  if (rules.dueMoment === 'sameClockTime') return { count: whole, part };
  return rules.dueMoment === 'closeOfOffice' ? { count: whole + 1, part } : { count: whole + 1, part: 0 };
}
