import type { ClockRules } from '../../../schemas/deadline.ts';
import { dayNumberOf, type Instant, MINUTE, minutesOfClockTime, startOfDayNumber } from '../vietnam-time.ts';
import type { WorkingTime } from './working-time.ts';

/**
 * By when a received dossier must be forwarded to the agency that handles it: electronic data at once; paper within
 * the working day, or at the start of the next working day if it was received after 15:00 or on a day off.
 */
export function forwardBy(question: {
  receivedAt: Instant;
  form: 'electronic' | 'paper';
  rules: ClockRules;
  time: WorkingTime;
}): Instant {
  const { receivedAt, form, rules, time } = question;
  if (form === 'electronic') return receivedAt;
  const day = dayNumberOf(receivedAt);
  const cutOff = startOfDayNumber(day) + minutesOfClockTime(rules.forwarding.cutOff) * MINUTE;
  if (time.isWorking(day) && receivedAt <= Math.min(cutOff, time.closeOf(day))) return time.closeOf(day);
  return time.openingOf(time.workingDayAfter(day, 1));
}
