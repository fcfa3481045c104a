import type { selfOperations } from '../../../schemas/api/operations/self.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { OrganizationDeps } from './deps.ts';

type Operation = (typeof selfOperations)['getSelf'];
type Self = Reply<Operation>['body'];

const NOBODY = { account: null, name: null, unit: null, roles: [], scopes: [], level: null };

/** Who calls: what the token says, and the names recorded of an officer and their unit. */
export async function getSelf(
  deps: Pick<OrganizationDeps, 'organization'>,
  { caller }: Call<Operation>,
): Promise<Reply<Operation>> {
  switch (caller.kind) {
    case 'officer':
      return { body: await officerSelf(deps, caller) };
    case 'portal':
      return { body: { ...NOBODY, kind: 'portal', account: caller.id, scopes: caller.scopes } };
    case 'citizen':
      return { body: { ...NOBODY, kind: 'citizen', level: caller.level } };
    case 'foreigner':
    case 'organisation':
      return { body: { ...NOBODY, kind: caller.kind } };
    case 'anonymous':
      // The route has an authorizer, so nobody comes here without a token.
      throw new TypeError('a caller without a token');
  }
}

async function officerSelf(
  { organization }: Pick<OrganizationDeps, 'organization'>,
  { id, unit, roles }: OfficerPrincipal,
): Promise<Self> {
  const [recorded, current] = await Promise.all([organization.officer(id), organization.current()]);
  const named = current?.units.find(({ code }) => code === unit);
  return {
    ...NOBODY,
    kind: 'officer',
    account: id,
    name: recorded?.name ?? null,
    unit: unit === null ? null : { code: unit, name: named?.name ?? null },
    roles,
  };
}
