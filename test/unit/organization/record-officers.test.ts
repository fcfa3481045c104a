import { expect, test } from 'vitest';
import { recordOfficers } from '../../../functions/features/organization/record-officers.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { KeptOfficer } from '../../../schemas/organization/unit.ts';

const UNIT = 'H44.101';
const account = (id: string, own: object = {}) => ({
  ...{ id, unit: UNIT, roles: ['administrator' as const], name: 'Quản Trị', active: true },
  ...own,
});

/** Records of these accounts, and how to record some. */
function records(...before: KeptOfficer[]) {
  const kept = new Map(before.map(officer => [officer.id, officer]));
  const organization = {
    current: async () => ({ units: [{ code: UNIT, validTo: null, successors: [] }] }),
    officersNamed: async (ids: string[]) => ids.flatMap(id => kept.get(id) ?? []),
    recordOfficers: async (officers: KeptOfficer[]) => {
      for (const officer of officers) kept.set(officer.id, officer);
    },
  };
  const deps = {
    organization,
    keyring: async () => ({ personKey: (number: string) => `digest of ${number}` }),
  };
  const record = async (...officers: object[]) => {
    try {
      return (await recordOfficers(deps as never, { body: { officers }, now: 0 } as never)).body;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return `${error.code} ${error.faults.map(({ pointer }) => pointer).join(' ')}`;
    }
  };
  return { record, personOf: (id: string) => kept.get(id)?.person };
}

test('who an account belongs to is never changed to somebody else', async () => {
  const { record, personOf } = records(account('an', { person: 'digest of 025190000009' }));
  const other = account('an', { identityNumber: '025190000017' });
  expect(await record(account('binh'), other)).toBe('request-invalid /officers/1/identityNumber');
  expect(personOf('an')).toBe('digest of 025190000009');
  // The same number again, and none, are nothing new.
  expect(await record(account('an', { identityNumber: '025190000009' }))).toEqual({ recorded: 1 });
  expect(await record(account('an', { active: false }))).toEqual({ recorded: 1 });
  expect(personOf('an')).toBe('digest of 025190000009');
});

test('who an account belongs to is added where it was not known', async () => {
  const { record, personOf } = records(account('an'));
  expect(await record(account('an', { identityNumber: '025190000017' }))).toEqual({ recorded: 1 });
  expect(personOf('an')).toBe('digest of 025190000017');
});
