import type { BilingualName, CalendarDate, ClockTime } from '../../../schemas/calendar.ts';
import type { DayReason, PauseReason } from '../../../schemas/deadline.ts';

/**
 * One day, or part of a day if `from` and `to` are given: what it counted for, and why. `reason` is a code from which
 * texts are made.
 */
export type ExplanationEntry = {
  readonly date: CalendarDate;
  /** Whole days: true or false. Parts: the part of a working day, or hours for a limit in hours. */
  readonly counted: boolean | number;
  readonly reason: DayReason;
  /** The name of the day off, whether or not it was counted. */
  readonly name?: BilingualName;
  readonly inPlaceOf?: CalendarDate;
  readonly pause?: { readonly reason?: PauseReason; readonly name?: BilingualName; readonly by?: string };
  readonly from?: ClockTime;
  readonly to?: ClockTime;
};

/** What is shown of a pause: its ground and who paused the clock. */
export function pauseOf(
  pause: { reason?: PauseReason; name?: BilingualName; by?: string } | undefined,
): Pick<ExplanationEntry, 'pause'> {
  const { reason, name, by } = pause ?? {};
  return { pause: { ...(reason && { reason }), ...(name && { name }), ...(by && { by }) } };
}
