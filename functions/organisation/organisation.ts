import type { organisationOperations } from '../../schemas/api/operations/organisation.ts';
import type { Words } from '../../schemas/words.ts';
import { digestOf } from '../domain/canonical-json.ts';
import { ProblemError } from '../domain/problem.ts';
import { toRfc3339 } from '../domain/vietnam-time.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import type { OrganisationStore } from '../platform/organisation/organisation-store.ts';
import { readCursor, writeCursor } from '../platform/paging/cursor.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';
import { LARGEST_RECORD, recordSize } from '../platform/table/item-size.ts';

type Operations = typeof organisationOperations;

export interface OrganisationDeps {
  readonly organisation: OrganisationStore;
  readonly keyring: () => Promise<Keyring>;
}

const TWICE: Words = { vi: 'trùng với mục trước', en: 'given twice' };

/** The units in force. */
export async function getOrganisation(deps: OrganisationDeps): Promise<Reply<Operations['getOrganisation']>> {
  const current = await deps.organisation.current();
  if (!current)
    throw new ProblemError('not-found', {
      vi: 'Chưa công bố đơn vị nào.',
      en: 'No units were published yet.',
    });
  return { body: current, version: current.version };
}

/** Publishes the units as the next version; dossiers keep the version they were received under. */
export async function publishOrganisation(
  deps: OrganisationDeps,
  { body, now }: Call<Operations['publishOrganisation']>,
): Promise<Reply<Operations['publishOrganisation']>> {
  const codes = body.units.map(unit => unit.code);
  const twice = codes.findIndex((code, index) => codes.indexOf(code) !== index);
  if (twice >= 0) {
    throw new ProblemError(
      'request-invalid',
      { vi: `Đơn vị ${codes[twice]} được ghi hai lần.`, en: `The unit ${codes[twice]} is given twice.` },
      {
        faults: [{ pointer: `/units/${twice}/code`, message: TWICE }],
      },
    );
  }
  const orphan = body.units.findIndex(unit => unit.parent !== null && !codes.includes(unit.parent));
  if (orphan >= 0) {
    throw new ProblemError(
      'request-invalid',
      {
        vi: 'Một đơn vị ghi cơ quan cấp trên không có trong danh sách.',
        en: 'A unit names a parent that is not given.',
      },
      {
        faults: [
          { pointer: `/units/${orphan}/parent`, message: { vi: 'không có đơn vị này', en: 'no such unit' } },
        ],
      },
    );
  }
  if (recordSize(body.units) > LARGEST_RECORD) {
    throw new ProblemError(
      'request-invalid',
      {
        vi: `Danh sách đơn vị dài hơn ${LARGEST_RECORD} byte.`,
        en: `The units together have more than ${LARGEST_RECORD} bytes.`,
      },
      {
        faults: [{ pointer: '/units', message: { vi: 'danh sách quá dài', en: 'too large together' } }],
      },
    );
  }
  const current = await deps.organisation.current();
  if (current && digestOf(current.units) === digestOf(body.units))
    return { body: current, version: current.version };
  const next = { version: (current?.version ?? 0) + 1, recordedAt: toRfc3339(now), units: body.units };
  if ((await deps.organisation.add(next)) === 'conflict') {
    throw new ProblemError('version-conflict', {
      vi: 'Danh sách đơn vị vừa được người khác thay đổi; hãy đọc lại.',
      en: 'The units were changed by somebody else meanwhile; read them again.',
    });
  }
  return { body: next, version: next.version };
}

/** Officers by account, a page at a time. */
export async function listOfficers(
  deps: OrganisationDeps,
  { query }: Call<Operations['listOfficers']>,
): Promise<Reply<Operations['listOfficers']>> {
  const keyring = await deps.keyring();
  const items = await deps.organisation.officers(readCursor(keyring, 'officers', query.cursor), query.limit);
  const last = items.at(-1);
  return {
    body: {
      items,
      nextCursor: last && items.length === query.limit ? writeCursor(keyring, 'officers', last.id) : null,
    },
  };
}

/** Records officers' accounts; each must work in a unit that exists. */
export async function recordOfficers(
  deps: OrganisationDeps,
  { body }: Call<Operations['recordOfficers']>,
): Promise<Reply<Operations['recordOfficers']>> {
  const units = new Set((await deps.organisation.current())?.units.map(unit => unit.code));
  const faults = body.officers.flatMap(({ unit }, index) =>
    units.has(unit)
      ? []
      : [
          {
            pointer: `/officers/${index}/unit`,
            message: { vi: `không có đơn vị ${unit}`, en: `there is no unit ${unit}` },
          },
        ],
  );
  if (faults.length > 0)
    throw new ProblemError(
      'unit-unknown',
      { vi: 'Có cán bộ thuộc đơn vị không tồn tại.', en: 'Some officers work in units that do not exist.' },
      { faults },
    );
  const ids = body.officers.map(officer => officer.id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) {
    throw new ProblemError(
      'request-invalid',
      { vi: `Tài khoản ${ids[twice]} được ghi hai lần.`, en: `The account ${ids[twice]} is given twice.` },
      {
        faults: [{ pointer: `/officers/${twice}/id`, message: TWICE }],
      },
    );
  }
  await deps.organisation.recordOfficers(body.officers);
  return { body: { recorded: body.officers.length } };
}
