import type { Authorization, Signature } from '../../../schemas/organization/authorization.ts';

type Period = Pick<Authorization, 'from' | 'to' | 'endedOn'>;

/** A day after all others, for what has no end. */
const NEVER = '9999-12-31';

/** The last day of an authorization. */
export const lastDay = ({ to, endedOn }: Period): string =>
  [to, endedOn].reduce<string>((last, day) => (day !== null && day < last ? day : last), NEVER);

/** Whether an authorization holds on a day, `2026-11-26`. */
export const holdsOn = (period: Period, day: string): boolean => period.from <= day && day <= lastDay(period);

/** Whether two periods share a day. */
export const overlap = (one: Period, other: Period): boolean =>
  one.from <= lastDay(other) && other.from <= lastDay(one) && !neverHeld(one) && !neverHeld(other);

/** One that was ended before it began. */
export const neverHeld = (period: Period): boolean => lastDay(period) < period.from;

/**
 * How an officer signs in a unit on a day. unrecorded: nothing is recorded of them, so they sign in their own right
 * by their role; lapsed: they sign on the strength of records, and none of these holds.
 */
export type Signing = Signature | 'unrecorded' | 'lapsed';

/** How an officer signs, by the authorizations of the unit; of one officer at most one holds on a day. */
export function signingOf(authorizations: readonly Authorization[], signer: string, day: string): Signing {
  // What is recorded in advance says nothing of today.
  const theirs = authorizations.filter(one => one.signer === signer && one.from <= day && !neverHeld(one));
  if (theirs.length === 0) return 'unrecorded';
  const held = theirs.find(one => holdsOn(one, day));
  if (!held) return 'lapsed';
  const { id, form, position, from, to } = held;
  return { form, position, for: held.for ?? null, authorization: id, from, to };
}
