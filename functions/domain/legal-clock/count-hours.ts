import { DAY, type DayNumber, dayNumberOf, type Instant, MINUTE, startOfDayNumber } from '../vietnam-time.ts';
import type { DayStatus } from './calendar-year-table.ts';
import type { Pause } from './interruptions.ts';
import type { WorkingTime } from './working-time.ts';

/** A part of one day, `[from, to)`, as counted. */
export type Stretch =
  | { readonly kind: 'counted'; readonly day: DayNumber; readonly from: Instant; readonly to: Instant }
  | {
      readonly kind: 'lunch' | 'outside';
      readonly day: DayNumber;
      readonly from: Instant;
      readonly to: Instant;
    }
  | {
      readonly kind: 'pause';
      readonly day: DayNumber;
      readonly from: Instant;
      readonly to: Instant;
      readonly pause: Pause;
    }
  | { readonly kind: 'dayOff'; readonly day: DayNumber; readonly status: DayStatus };

/** Where a count of office time ended: at a moment, or in an open pause, with the remaining milliseconds. */
export type HourCountEnd = { readonly at: Instant } | { readonly standing: Pause; readonly left: number };

type HourQuestion = {
  from: Instant;
  /** Office time to count, in milliseconds. */
  amount: number;
  pauses: readonly Pause[];
  time: WorkingTime;
  /** Called for every part in order, counted or not. */
  record?: ((stretch: Stretch) => void) | undefined;
};

/**
 * The moment at which so much office time has passed since `from`. Time passes only during sessions of working days
 * and not during pauses. A limit used up at the very end of a session ends there, not at the start of the next.
 */
export function countHours({ from, amount, pauses, time, record }: HourQuestion): HourCountEnd {
  let left = amount;
  let nextPause = 0;
  let at = from;

  /** Runs the clock from `at` to the close of a session; returns the end of the count if it comes before. */
  function runSession(day: DayNumber, close: Instant): HourCountEnd | undefined {
    for (;;) {
      while ((pauses[nextPause]?.to ?? Number.POSITIVE_INFINITY) <= at) nextPause++;
      const pause = pauses[nextPause];
      const stop = pause && pause.from < close ? Math.max(pause.from, at) : close;
      if (left <= stop - at) {
        if (left > 0) record?.({ kind: 'counted', day, from: at, to: at + left });
        return { at: at + left };
      }
      if (stop > at) record?.({ kind: 'counted', day, from: at, to: stop });
      left -= stop - at;
      at = stop;
      if (!pause || at === close) return undefined;
      if (pause.to === Number.POSITIVE_INFINITY) return { standing: pause, left };
      const until = Math.min(pause.to, close);
      record?.({ kind: 'pause', day, from: at, to: until, pause });
      at = until;
      if (at === close) return undefined;
    }
  }

  for (let day = dayNumberOf(from); ; day++) {
    const status = time.dayStatus(day);
    if (!status.working) {
      record?.({ kind: 'dayOff', day, status });
      continue;
    }
    const midnight = startOfDayNumber(day);
    at = Math.max(at, midnight);
    let gap: 'outside' | 'lunch' = 'outside';
    for (const session of time.officeDay(day).sessions) {
      const open = midnight + session.from * MINUTE;
      const close = midnight + session.to * MINUTE;
      const passed = close < at;
      if (open > at) {
        record?.({ kind: gap, day, from: at, to: open });
        at = open;
      }
      gap = 'lunch';
      if (passed) continue;
      const end = runSession(day, close);
      if (end) return end;
    }
    record?.({ kind: 'outside', day, from: at, to: midnight + DAY });
  }
}
