import type { authorizationOperations } from '../../../schemas/api/operations/authorizations.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { Authorization } from '../../../schemas/organization/authorization.ts';
import { checkAuthorization } from '../../domain/organization/check-authorization.ts';
import { lastDay } from '../../domain/organization/periods.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import { dayText } from '../../domain/wording/dates.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { AuthorizationStore } from '../../records/organization/authorization-store.ts';
import type { OrganizationDeps } from './deps.ts';
import { unitAsked } from './list-officers.ts';

type Operations = typeof authorizationOperations;
type Deps = Pick<OrganizationDeps, 'organization'> & { readonly authorizations: AuthorizationStore };

/** Who signs in a unit: for administrators and those who oversee, and for its leaders. */
export async function listAuthorizations(
  { authorizations }: Deps,
  { params, caller }: Call<Operations['listAuthorizations']>,
): Promise<Reply<Operations['listAuthorizations']>> {
  const unit = unitAsked(caller, params.code) ?? params.code;
  const { authorizations: items, version } = await authorizations.of(unit);
  return { body: { items: items.toReversed(), version }, version };
}

/** Records who signs, after a paper that says so. */
export async function recordAuthorization(
  { organization, authorizations }: Deps,
  { params, body, caller, now }: Call<Operations['recordAuthorization']>,
  attempt: Attempt,
): Promise<Reply<Operations['recordAuthorization']>> {
  const { code: unit } = params;
  const [units, signer, principal, { authorizations: before, version }] = await Promise.all([
    organization.current(),
    organization.officer(body.signer),
    body.onBehalfOf === undefined ? undefined : organization.officer(body.onBehalfOf),
    authorizations.of(unit),
  ]);
  if (!units?.units.some(({ code }) => code === unit))
    throw new ProblemError('unit-unknown', {
      vi: `Không có đơn vị ${unit}.`,
      en: `There is no unit ${unit}.`,
    });
  const by = officerOf(caller);
  checkAuthorization(body, { unit, before, signer, principal, by });
  const recorded: Authorization = {
    ...body,
    id: attempt.id('au_'),
    unit,
    recordedBy: by.id,
    recordedAt: toRfc3339(now),
    endedOn: null,
    endedBy: null,
    endedBecause: null,
  };
  const after = { authorizations: [...before, recorded], version: version + 1 };
  const reply = { body: recorded, version: after.version };
  if (!(await authorizations.change(unit, after, attempt.keeps(reply)))) throw changedMeanwhile();
  return reply;
}

/** Ends an authorization earlier than it would end by itself; what was signed before stays signed. */
export async function endAuthorization(
  { authorizations }: Deps,
  { params, body, caller }: Call<Operations['endAuthorization']>,
  attempt: Attempt,
): Promise<Reply<Operations['endAuthorization']>> {
  const { authorizations: before, version } = await authorizations.of(params.code);
  const found = before.find(({ id }) => id === params.id);
  if (!found) throw nothingHere();
  if (body.on >= lastDay(found)) {
    const words = {
      vi: `phải trước ngày ${dayText(lastDay(found))}`,
      en: `must be before its last day, ${lastDay(found)}`,
    };
    throw new ProblemError(
      'request-invalid',
      {
        vi: `Thẩm quyền ký này kết thúc ngày ${dayText(lastDay(found))}; ngày chấm dứt phải sớm hơn.`,
        en: `The authorization ends on ${lastDay(found)} already.`,
      },
      { faults: [{ pointer: '/on', message: words }] },
    );
  }
  const ended = { ...found, endedOn: body.on, endedBy: officerOf(caller).id, endedBecause: body.reason };
  const after = {
    authorizations: before.map(one => (one.id === found.id ? ended : one)),
    version: version + 1,
  };
  const reply = { body: ended, version: after.version };
  if (!(await authorizations.change(params.code, after, attempt.keeps(reply)))) throw changedMeanwhile();
  return reply;
}

function officerOf(caller: Call<Operations['endAuthorization']>['caller']): OfficerPrincipal {
  if (caller.kind !== 'officer') throw new TypeError(`a ${caller.kind} records no authorization`);
  return caller;
}

function changedMeanwhile(): ProblemError {
  return new ProblemError('version-conflict', {
    vi: 'Thẩm quyền ký của đơn vị vừa được người khác thay đổi; hãy đọc lại.',
    en: 'Someone else changed who signs in the unit in the meantime; read it again.',
  });
}
