import { legalClockOf } from '../functions/domain/dossier/unit-clock.ts';
import type { WorkingTime } from '../functions/domain/legal-clock/working-time.ts';
import { dayNumberOf, MINUTE, startOfDayNumber } from '../functions/domain/vietnam-time.ts';
import { workCalendar } from '../test/support/lifecycle/memory-province.ts';

/** When an office is open, by the calendar that deadlines are counted by. Instants and lengths in milliseconds. */
export interface OfficeHours {
  isOpen(instant: number): boolean;
  /** The instant itself while the office is open, otherwise when it next opens. */
  nextOpen(instant: number): number;
  /** When so much office time has passed. */
  after(instant: number, length: number): number;
  isWorkingDay(day: number): boolean;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function hoursOf(time: WorkingTime): OfficeHours {
  const stretches = (day: number): Stretch[] =>
    time.isWorking(day)
      ? time.officeDay(day).sessions.map(({ from, to }) => ({
          from: startOfDayNumber(day) + from * MINUTE,
          to: startOfDayNumber(day) + to * MINUTE,
        }))
      : [];
  /** The stretch of office time that an instant is in, or the next. */
  function stretchFrom(instant: number): Stretch {
    for (let day = dayNumberOf(instant); ; day = time.workingDayAfter(day, 1)) {
      const found = stretches(day).find(({ to }) => to > instant);
      if (found) return found;
    }
  }
  return {
    isOpen: instant => stretchFrom(instant).from <= instant,
    nextOpen: instant => Math.max(instant, stretchFrom(instant).from),
    after(instant, length) {
      let left = length;
      for (let at = instant; ; ) {
        const { from, to } = stretchFrom(at);
        const begin = Math.max(at, from);
        if (to - begin >= left) return begin + left;
        left -= to - begin;
        at = to;
      }
    },
    isWorkingDay: day => time.isWorking(day),
  };
}

const known = new Map<string, OfficeHours>();

/** The office hours of a unit. */
export function officeHoursOf(unit: string): OfficeHours {
  const hours = known.get(unit) ?? hoursOf(legalClockOf(workCalendar, unit).time);
  known.set(unit, hours);
  return hours;
}
