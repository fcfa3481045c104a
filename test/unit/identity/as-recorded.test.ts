import { expect, test } from 'vitest';
import { asRecorded } from '../../../functions/features/identity/as-recorded.ts';
import type { OfficerPrincipal, Principal } from '../../../schemas/identity/principal.ts';
import type { KeptOfficer } from '../../../schemas/organization/unit.ts';

const record: KeptOfficer = {
  id: 'an.nguyen',
  unit: 'H44.101',
  roles: ['handler', 'leader'],
  name: 'Nguyễn Văn An',
  active: true,
};
const token: OfficerPrincipal = { kind: 'officer', id: 'an.nguyen', unit: 'H44.101', roles: ['handler'] };
const found = (kept: KeptOfficer | undefined, said: OfficerPrincipal = token) =>
  asRecorded({ officer: async () => kept })(said);

test('an officer is who record and token say, with who they are as an applicant', async () => {
  expect(await found(record)).toEqual(token);
  expect(await found({ ...record, person: 'digest' })).toEqual({ ...token, person: 'digest' });
  // A token may say less.
  expect(await found(record, { ...token, unit: null, roles: [] })).toBeDefined();
});

test('the record counts: a closed account, another unit, a role that it has not', async () => {
  expect(await found({ ...record, active: false })).toBeUndefined();
  expect(await found({ ...record, unit: 'H44.102' })).toBeUndefined();
  expect(await found(record, { ...token, roles: ['handler', 'signer'] })).toBeUndefined();
  expect(await found(record, { ...token, roles: ['administrator'] })).toBeUndefined();
});

test('who is not recorded, and who is no officer, is as the token says', async () => {
  expect(await found(undefined)).toEqual(token);
  const portal: Principal = { kind: 'portal', id: 'an.nguyen', scopes: [] };
  expect(await asRecorded({ officer: async () => ({ ...record, active: false }) })(portal)).toEqual(portal);
});
