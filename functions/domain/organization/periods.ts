/** From a first day, `2026-11-26`, to a last one or without end, unless it was ended before. */
interface Period {
  readonly from: string;
  readonly to: string | null;
  readonly endedOn: string | null;
}

/** A day after all others, for what has no end. */
const NEVER = '9999-12-31';

/** The last day of an authorization or absence. */
export const lastDay = ({ to, endedOn }: Omit<Period, 'from'>): string =>
  [to, endedOn].reduce<string>((last, day) => (day !== null && day < last ? day : last), NEVER);

/** Whether it holds on a day. */
export const holdsOn = (period: Period, day: string): boolean => period.from <= day && day <= lastDay(period);

/** Whether two periods share a day. */
export const overlap = (one: Period, other: Period): boolean =>
  one.from <= lastDay(other) && other.from <= lastDay(one) && !neverHeld(one) && !neverHeld(other);

/** One that was ended before it began. */
export const neverHeld = (period: Period): boolean => lastDay(period) < period.from;
