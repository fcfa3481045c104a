import type { ClockRules } from '../../../schemas/deadline.ts';
import { DAY, type DayNumber, dayNumberOf, type Instant, MINUTE, startOfDayNumber } from '../vietnam-time.ts';
import type { WorkingTime } from './working-time.ts';

/**
 * The moment at which a limit in days ends on its last day. The end of a day is its last second, so that the moment
 * still has that day's date; "the start of the next day" is the midnight after it and has the next day's date.
 */
export function dueMoment(question: {
  day: DayNumber;
  start: Instant;
  rules: ClockRules;
  time: WorkingTime;
}): Instant {
  const { day, start, rules, time } = question;
  const midnight = startOfDayNumber(day);
  switch (rules.dueMoment) {
    case 'startOfNextDay':
      return midnight + DAY;
    case 'endOfDay':
      return midnight + DAY - 1000;
    case 'closeOfOffice':
      return time.isWorking(day) ? time.closeOf(day) : midnight + DAY - 1000;
    case 'sameClockTime':
      return sameClockTime(day, start - startOfDayNumber(dayNumberOf(start)), time);
  }
}

/**
 * The clock time on the day, moved into office hours on a working day: on to the next session, or back to the close.
 */
export function sameClockTime(day: DayNumber, clock: number, time: WorkingTime): Instant {
  const midnight = startOfDayNumber(day);
  if (!time.isWorking(day)) return midnight + clock;
  const session = time.officeDay(day).sessions.find(({ to }) => clock <= to * MINUTE);
  return session ? midnight + Math.max(clock, session.from * MINUTE) : time.closeOf(day);
}
