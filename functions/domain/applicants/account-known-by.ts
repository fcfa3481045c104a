import type { Principal } from '../../../schemas/identity/principal.ts';
import { paperText } from './known-by.ts';

/**
 * What the account of a caller is known by, the same as the applicant they are (`applicantKnownBy`); undefined for
 * callers who do not apply: portals, officers, nobody.
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
