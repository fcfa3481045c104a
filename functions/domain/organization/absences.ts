import type { Absence } from '../../../schemas/organization/absence.ts';

type Period = Pick<Absence, 'from' | 'to' | 'endedOn'>;

/** The last day of an absence, `2026-11-27`. */
export const lastDayAway = ({ to, endedOn }: Period): string =>
  endedOn !== null && endedOn < to ? endedOn : to;

/** Whether an officer is away on a day. */
const holdsOn = (period: Period, day: string): boolean => period.from <= day && day <= lastDayAway(period);

/** Whether two absences share a day; one that was ended before it began shares none. */
export const sameDays = (one: Period, other: Period): boolean =>
  one.from <= lastDayAway(other) &&
  other.from <= lastDayAway(one) &&
  one.from <= lastDayAway(one) &&
  other.from <= lastDayAway(other);

/** The absence of an officer on a day; undefined where they are there. */
export function awayOn(absences: readonly Absence[], officer: string, day: string): Absence | undefined {
  return absences.find(one => one.officer === officer && holdsOn(one, day));
}
