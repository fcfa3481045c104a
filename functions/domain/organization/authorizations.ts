import type { Authorization, Signature } from '../../../schemas/organization/authorization.ts';
import { holdsOn, neverHeld } from './periods.ts';

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
