import { dayNumberOf, type Instant, MINUTE, startOfDayNumber } from '../vietnam-time.ts';
import type { WorkingTime } from './working-time.ts';

/**
 * How far away a due date is. Overdue: the amounts say how far it is past. `workingDays` counts days after the
 * earlier of the two dates up to the later.
 */
export type Remaining = {
  readonly overdue: boolean;
  readonly workingDays: number;
  readonly officeMinutes: number;
};

/** The time left until the due moment, or passed since, in working days and in minutes of office time. */
export function remaining(question: { now: Instant; dueAt: Instant; time: WorkingTime }): Remaining {
  const { now, dueAt, time } = question;
  const overdue = now > dueAt;
  const [from, to] = overdue ? [dueAt, now] : [now, dueAt];
  return {
    overdue,
    workingDays: time.workingDaysBetween(dayNumberOf(from), dayNumberOf(to)),
    officeMinutes: Math.floor(officeTimeBetween(from, to, time) / MINUTE),
  };
}

/** Milliseconds of office time from one moment to a later one; 0 if `to` is not later. */
export function officeTimeBetween(from: Instant, to: Instant, time: WorkingTime): number {
  let sum = 0;
  for (let day = dayNumberOf(from); day <= dayNumberOf(to); day++) {
    if (!time.isWorking(day)) continue;
    const midnight = startOfDayNumber(day);
    for (const session of time.officeDay(day).sessions) {
      const start = Math.max(from, midnight + session.from * MINUTE);
      const end = Math.min(to, midnight + session.to * MINUTE);
      sum += Math.max(0, end - start);
    }
  }
  return sum;
}
