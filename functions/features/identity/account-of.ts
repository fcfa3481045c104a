import type { Principal } from '../../../schemas/identity/principal.ts';
import { accountKnownBy } from '../../domain/applicants/account-known-by.ts';

/**
 * What identifies the account of a caller, to be digested: `officer:tiepnhan.h44-101`; it
 * must not be logged as it is.
 */
export function accountOf(caller: Principal): string | undefined {
  switch (caller.kind) {
    case 'anonymous':
      return undefined;
    case 'portal':
    case 'officer':
      return `${caller.kind}:${caller.id}`;
    default:
      return `${caller.kind}:${accountKnownBy(caller)}`;
  }
}
