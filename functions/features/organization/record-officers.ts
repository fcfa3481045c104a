import type { organizationOperations } from '../../../schemas/api/operations/organization.ts';
import { type FieldFault, ProblemError } from '../../../schemas/api/problem-error.ts';
import type { KeptOfficer, Officer, Unit } from '../../../schemas/organization/unit.ts';
import { hasEnded } from '../../domain/organization/succession.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { OrganizationDeps } from './deps.ts';

type Operation = (typeof organizationOperations)['recordOfficers'];

/** Records officers' accounts; each must belong to an existing unit, and active ones to a unit that has not ended. */
export async function recordOfficers(
  deps: Pick<OrganizationDeps, 'organization' | 'keyring'>,
  { body, now }: Call<Operation>,
): Promise<Reply<Operation>> {
  const units = new Map((await deps.organization.current())?.units.map(unit => [unit.code, unit]));
  const today = dateOf(now);
  const faults = body.officers.flatMap((officer, index) =>
    faultOf(officer, units.get(officer.unit), today).map(message => ({
      pointer: `/officers/${index}/unit`,
      message,
    })),
  );
  if (faults.length > 0) {
    throw new ProblemError(
      'unit-unknown',
      {
        vi: 'Có cán bộ, công chức thuộc đơn vị không có hoặc đã kết thúc.',
        en: 'Some officers belong to units that do not exist or have ended.',
      },
      { faults },
    );
  }
  const ids = body.officers.map(officer => officer.id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) {
    throw new ProblemError(
      'request-invalid',
      { vi: `Tài khoản ${ids[twice]} được nêu hai lần.`, en: `The account ${ids[twice]} is given twice.` },
      { faults: [{ pointer: `/officers/${twice}/id`, message: { vi: 'nêu hai lần', en: 'given twice' } }] },
    );
  }
  await deps.organization.recordOfficers(await kept(deps, body.officers));
  return { body: { recorded: body.officers.length } };
}

/** Accounts as they are kept: by keyed digest of who they are, which stays known where a record does not say it again. */
async function kept(
  deps: Pick<OrganizationDeps, 'organization' | 'keyring'>,
  officers: Call<Operation>['body']['officers'],
): Promise<KeptOfficer[]> {
  const [keyring, before] = await Promise.all([
    deps.keyring(),
    deps.organization.officersNamed(officers.map(({ id }) => id)),
  ]);
  const known = new Map(before.map(({ id, person }) => [id, person]));
  const people = officers.map(({ id, identityNumber }) => {
    const person = identityNumber === undefined ? undefined : keyring.personKey(identityNumber);
    const before = known.get(id);
    return {
      person: before ?? person,
      differs: before !== undefined && person !== undefined && person !== before,
    };
  });
  demandSamePeople(people);
  return officers.map(({ identityNumber: _, ...officer }, index) => {
    const person = people[index]?.person;
    return { ...officer, ...(person !== undefined && { person }) };
  });
}

/**
 * An account stays with the person it was recorded for: else one person could become two,
 * or have nothing of their own.
 */
function demandSamePeople(people: readonly { readonly differs: boolean }[]): void {
  const message = {
    vi: 'khác số định danh cá nhân đã ghi của tài khoản này; nếu số đã ghi bị sai, hãy đóng tài khoản này và ghi tài khoản khác',
    en: 'must be the number on record for this account; if that one is wrong, close the account and record another',
  };
  const faults = people.flatMap(({ differs }, index) =>
    differs ? [{ pointer: `/officers/${index}/identityNumber`, message }] : [],
  );
  if (faults.length === 0) return;
  throw new ProblemError(
    'request-invalid',
    {
      vi: 'Không được đổi số định danh cá nhân đã ghi của một tài khoản.',
      en: 'The identity number on record for an account cannot be changed.',
    },
    { faults },
  );
}

function faultOf(officer: Officer, unit: Unit | undefined, today: string): FieldFault['message'][] {
  if (!unit) {
    return [{ vi: `không có đơn vị ${officer.unit}`, en: `there is no unit ${officer.unit}` }];
  }
  if (!officer.active || !hasEnded(unit, today)) return [];
  const [successor] = unit.successors;
  return [
    {
      vi: `${unit.code} đã kết thúc ngày ${unit.validTo}${successor ? `, kế thừa bởi ${successor}` : ''}`,
      en: `${unit.code} ended on ${unit.validTo}${successor ? ` and is succeeded by ${successor}` : ''}`,
    },
  ];
}
