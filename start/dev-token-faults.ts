import type * as z from 'zod';
import type { DevTokenFault, DevTokenRequest } from '../local/dev-tokens/dev-tokens.ts';
import { agencyCode } from '../schemas/codes/agency-code.ts';
import { countryCode } from '../schemas/codes/country-code.ts';
import { taxCode } from '../schemas/codes/tax-code.ts';
import { portalScope } from '../schemas/identity/principal.ts';
import { officerRole } from '../schemas/identity/roles.ts';
import { readBy } from '../schemas/wording/field-faults.ts';

/**
 * The members of a requested development token that this application does not know: such a token would be issued, and
 * refused everywhere.
 */
export function devTokenFaults(request: DevTokenRequest): readonly DevTokenFault[] {
  switch (request.kind) {
    case 'officer':
    case 'administrator':
      return [
        ...unknownAmong('/roles', request.roles, officerRole.options),
        ...faultsOf('/unit', agencyCode.optional(), request.unit),
      ];
    case 'portal':
      return unknownAmong('/scopes', request.scopes ?? [], portalScope.options);
    case 'foreigner':
      return faultsOf('/country', countryCode, request.country);
    case 'organisation':
      return faultsOf('/id', /^\d/.test(request.id) ? taxCode : agencyCode, request.id);
    default:
      return [];
  }
}

function unknownAmong(
  pointer: string,
  given: readonly string[],
  known: readonly string[],
): readonly DevTokenFault[] {
  return given.flatMap((name, index) => {
    if (known.includes(name)) return [];
    const names = known.join(', ');
    const detail = { vi: `chỉ nhận: ${names}`, en: `must be one of: ${names}` };
    return [{ pointer: `${pointer}/${index}`, detail }];
  });
}

/** What the schema of the application finds wrong. */
function faultsOf(pointer: string, schema: z.ZodType, value: unknown): readonly DevTokenFault[] {
  const reading = readBy(schema, value);
  return 'data' in reading ? [] : reading.faults.map(({ message }) => ({ pointer, detail: message }));
}
