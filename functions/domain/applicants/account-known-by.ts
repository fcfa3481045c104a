import type { Principal } from '../../../schemas/identity/principal.ts';
import { paperText } from './known-by.ts';

/**
 * The text that identifies the account of a caller, the same as for the applicant they are (`applicantKnownBy`);
 * undefined for callers who never apply: portals, officers, anonymous callers.
 */
export function accountKnownBy(caller: Principal): string | undefined {
  switch (caller.kind) {
    case 'citizen':
      return caller.identityNumber;
    case 'foreigner':
      return paperText(caller.paper);
    case 'organisation':
      return caller.number;
    default:
      return undefined;
  }
}
