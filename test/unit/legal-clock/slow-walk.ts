import calendarData from '../../../law/calendars/civil-service.2026.1.json' with { type: 'json' };

/**
 * The clock written a second time, as slowly and plainly as possible, for comparison: minute by minute and day by day over sets of date texts, with the
 * standard office hours. It shares no code with the clock. Minutes are counted from 1970-01-01T00:00 in Vietnam.
 */

type SlowPause = { from: number; to: number };

const off = new Set(calendarData.years.flatMap(year => year.daysOff.map(day => day.date)));
const worked = new Set(calendarData.years.flatMap(year => year.saturdaysWorked.map(day => day.date)));

const MINUTES_OF_A_DAY = 24 * 60;

export function dateText(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 10);
}

export function isWorked(date: string): boolean {
  if (worked.has(date)) return true;
  if (off.has(date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

export function inOffice(minute: number): boolean {
  const clock = minute % MINUTES_OF_A_DAY;
  const session = (clock >= 420 && clock < 690) || (clock >= 810 && clock < 1020);
  return session && isWorked(dateText(minute));
}

const paused = (minute: number, pauses: readonly SlowPause[]) =>
  pauses.some(({ from, to }) => minute >= from && minute < to);

/** The minute at which so many minutes of office time have run. */
export function slowHours(start: number, minutes: number, pauses: readonly SlowPause[]): number {
  let left = minutes;
  let minute = start;
  while (left > 0) {
    if (inOffice(minute) && !paused(minute, pauses)) left--;
    minute++;
  }
  return minute;
}

const nextDate = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const closeOf = (date: string) => Date.parse(`${date}T17:00:00Z`) / 60_000;

/** The last day of a limit in whole days; a day is not counted after a pause began until the day on which it ended has passed. */
export function slowDays(
  start: number,
  count: number,
  kind: 'worked' | 'all',
  pauses: readonly SlowPause[],
): string {
  const stopped = (date: string) =>
    pauses.some(({ from, to }) => date > dateText(from) && date <= dateText(to));
  const dueInPause = (date: string) =>
    pauses.some(({ from, to }) => from < closeOf(date) && closeOf(date) < to);
  let date = dateText(start);
  let counted = 0;
  for (;;) {
    date = nextDate(date);
    if (stopped(date) || (kind === 'worked' && !isWorked(date))) continue;
    counted++;
    if (counted < count) continue;
    let last = date;
    while (!isWorked(last) || stopped(last)) last = nextDate(last);
    if (!dueInPause(last)) return last;
    date = last;
    counted = count - 1;
  }
}
