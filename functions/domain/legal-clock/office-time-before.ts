import { dayNumberOf, type Instant, MINUTE, startOfDayNumber } from '../vietnam-time.ts';
import type { WorkingTime } from './working-time.ts';

/** The latest moment with so much office time (milliseconds) left until `at`; `notBefore` if there is less. */
export function officeTimeBefore(question: {
  at: Instant;
  amount: number;
  notBefore: Instant;
  time: WorkingTime;
}): Instant {
  const { at, amount, notBefore, time } = question;
  let left = amount;
  for (let day = dayNumberOf(at); day >= dayNumberOf(notBefore); day--) {
    if (!time.isWorking(day)) continue;
    const midnight = startOfDayNumber(day);
    for (const { from, to } of time.officeDay(day).sessions.toReversed()) {
      const close = Math.min(at, midnight + to * MINUTE);
      const length = close - (midnight + from * MINUTE);
      if (length <= 0) continue;
      if (length >= left) return Math.max(notBefore, close - left);
      left -= length;
    }
  }
  return notBefore;
}
