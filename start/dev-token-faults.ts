import type { DevTokenFault, DevTokenRequest } from '../local/dev-tokens/dev-tokens.ts';
import { agencyCode } from '../schemas/codes/agency-code.ts';
import { portalScope } from '../schemas/identity/principal.ts';
import { officerRole } from '../schemas/identity/roles.ts';
import { wordsOf } from '../schemas/words.ts';

/** What a development token would hold that this application knows nothing of: such a token would be given, and refused everywhere. */
export function devTokenFaults(request: DevTokenRequest): readonly DevTokenFault[] {
  switch (request.kind) {
    case 'officer':
    case 'administrator':
      return [...unknownAmong('/roles', request.roles, officerRole.options), ...faultsOfUnit(request.unit)];
    case 'portal':
      return unknownAmong('/scopes', request.scopes ?? [], portalScope.options);
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

function faultsOfUnit(unit: string | undefined): readonly DevTokenFault[] {
  const { error } = agencyCode.optional().safeParse(unit);
  const [issue] = error?.issues ?? [];
  if (!issue) return [];
  return [{ pointer: '/unit', detail: wordsOf(issue.message) ?? { vi: issue.message, en: issue.message } }];
}
