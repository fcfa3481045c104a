import type { organizationOperations } from '../../../schemas/api/operations/organization.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { demand, judge } from '../../domain/rights/judge.ts';
import { unitRelation } from '../../domain/rights/relations.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import type { OrganizationDeps } from './deps.ts';

type Operation = (typeof organizationOperations)['listOfficers'];

/** Officers by account, a page at a time: of the province, or of a unit. A leader sees those of the unit they lead. */
export async function listOfficers(
  deps: Pick<OrganizationDeps, 'organization' | 'keyring'>,
  { caller, query }: Call<Operation>,
): Promise<Reply<Operation>> {
  const unit = unitAsked(caller, query.unit);
  const keyring = await deps.keyring();
  const scope = JSON.stringify(['officers', unit ?? null]);
  const after = readCursor(keyring, scope, query.cursor);
  const found = await deps.organization.officers(after, query.limit, unit);
  const last = found.at(-1);
  // Who they are as applicants is nobody's to list.
  const items = found.map(({ person: _, ...officer }) => officer);
  return {
    body: {
      items,
      nextCursor: last && items.length === query.limit ? writeCursor(keyring, scope, last.id) : null,
    },
  };
}

/**
 * The unit whose officers and authorizations a caller may see; undefined for all. Throws as the
 * policy says if they may not.
 */
export function unitAsked(caller: Principal, wanted: string | undefined): string | undefined {
  if (caller.kind !== 'officer' || judge(caller, 'organization.read', new Set()) === 'allow') return wanted;
  const unit = wanted ?? caller.unit;
  if (unit === null) {
    throw new ProblemError('parameter-invalid', {
      vi: 'Tài khoản không thuộc đơn vị nào.',
      en: 'Your account belongs to no unit.',
    });
  }
  demand(caller, 'organization.read', unitRelation(caller, unit));
  return unit;
}
