import type { Limit } from '../../../schemas/calendar.ts';
import type { ClockRules } from '../../../schemas/deadline.ts';
import { DAY, dayNumberOf, HOUR, type Instant, startOfDayNumber } from '../vietnam-time.ts';
import { sameClockTime } from './due-moment.ts';
import { officeTimeBefore } from './office-time-before.ts';
import type { WorkingTime } from './working-time.ts';

/**
 * When people are alerted about a due date. `dueSoon` is never before the clock's start; `overdue` is the due moment
 * itself. The letter of apology with a new date must go out by the end of the day before the due date: `apologyFrom`
 * is when that day begins, `apologyUntil` when it ends.
 */
export type Alarms = {
  readonly dueSoon: Instant;
  readonly apologyFrom: Instant;
  readonly apologyUntil: Instant;
  readonly overdue: Instant;
  readonly escalation: Instant;
};

/**
 * The alarms of a due date. Limits in days: one working day before is the close of the previous working day, one
 * after the close of the next; if that close is not after the start, the rule for hours applies. Limits in hours: two
 * hours of office time before, and the same clock time on the next working day. The amounts are in the rules.
 */
export function alarmInstants(question: {
  start: Instant;
  dueAt: Instant;
  unit: Limit['unit'];
  rules: ClockRules;
  time: WorkingTime;
}): Alarms {
  const { start, dueAt, unit, rules, time } = question;
  const dueDay = dayNumberOf(dueAt);
  const { dueSoonWorkingDays, dueSoonWorkingHours, escalationWorkingDays } = rules.alarms;
  const escalationDay = time.workingDayAfter(dueDay, escalationWorkingDays);
  const inHours = unit === 'workingHour';
  const closeBefore = inHours ? start : time.closeOf(workingDaysBefore(time, dueDay, dueSoonWorkingDays));
  // A limit too short for the day before, such as a same-day limit, uses the rule for limits in hours.
  const dueSoon =
    closeBefore > start
      ? closeBefore
      : officeTimeBefore({ at: dueAt, amount: dueSoonWorkingHours * HOUR, notBefore: start, time });
  const lastApologyDay = lastDayForApology(dueAt, rules, time);
  return {
    dueSoon: Math.max(start, dueSoon),
    apologyFrom: startOfDayNumber(lastApologyDay),
    apologyUntil: startOfDayNumber(lastApologyDay) + DAY,
    overdue: dueAt,
    escalation: inHours
      ? sameClockTime(escalationDay, dueAt - startOfDayNumber(dueDay), time)
      : time.closeOf(escalationDay),
  };
}

/**
 * The last day on which a date may still be moved: so many days before the due date, calendar or working days as the
 * rules say.
 */
export function lastDayForApology(dueAt: Instant, rules: ClockRules, time: WorkingTime) {
  const { latestDaysBefore, dayUnit } = rules.extension;
  const dueDay = dayNumberOf(dueAt);
  return dayUnit === 'calendarDay'
    ? dueDay - latestDaysBefore
    : workingDaysBefore(time, dueDay, latestDaysBefore);
}

function workingDaysBefore(time: WorkingTime, day: number, count: number): number {
  let before = day;
  for (let index = 0; index < count; index++) before = time.workingDayBefore(before);
  return before;
}
