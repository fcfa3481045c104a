import type { DayReason } from '../../../schemas/deadline.ts';
import { clockTimeOf, dateOfDayNumber, HOUR, MINUTE, startOfDayNumber } from '../vietnam-time.ts';
import type { Stretch } from './count-hours.ts';
import { type ExplanationEntry, pauseOf } from './explanation-entry.ts';
import type { WorkingTime } from './working-time.ts';

/** Stretches of office time as entries: counted in hours, or in parts of a working day for a limit like half a day. */
export function explainStretches(question: {
  stretches: readonly Stretch[];
  time: WorkingTime;
  unit: 'hour' | 'day';
}): ExplanationEntry[] {
  const { stretches, time, unit } = question;
  return stretches.map(stretch => {
    const date = dateOfDayNumber(stretch.day);
    if (stretch.kind === 'dayOff') {
      const { kind, name, inPlaceOf } = stretch.status;
      return { date, counted: false, reason: kind, ...(name && { name }), ...(inPlaceOf && { inPlaceOf }) };
    }
    const midnight = startOfDayNumber(stretch.day);
    const from = clockTimeOf(Math.floor((stretch.from - midnight) / MINUTE));
    const to = clockTimeOf(Math.floor((stretch.to - midnight) / MINUTE));
    const whole = unit === 'hour' ? HOUR : time.officeDay(stretch.day).minutes * MINUTE;
    const counted = stretch.kind === 'counted' && (stretch.to - stretch.from) / whole;
    const pause = stretch.kind === 'pause' ? pauseOf(stretch.pause) : {};
    const reason = stretch.kind === 'counted' && unit === 'day' ? 'partOfDay' : REASONS[stretch.kind];
    return { date, counted, reason, from, to, ...pause };
  });
}

const REASONS = {
  counted: 'officeHours',
  lunch: 'lunch',
  outside: 'outsideOfficeHours',
  pause: 'pause',
} as const satisfies Record<Exclude<Stretch['kind'], 'dayOff'>, DayReason>;
