import { expect, test } from 'vitest';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { memoryAccessRecords } from '../../../functions/records/audit-log/memory-access-records.ts';
import { shownNames } from '../../../functions/records/lists/shown-names.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import { accessRecord } from '../../../schemas/stored/access-record.ts';
import { keyring } from '../../support/lifecycle/memory-province.ts';
import { filed } from '../../support/lifecycle/paper-dossier.ts';

const dossier = (nth: number, own: Partial<DossierHead> = {}): DossierHead => ({
  ...filed('1.001193', { code: `H44.101-260302-000${nth}` }).head,
  ...own,
});
const caller: OfficerPrincipal = {
  ...{ kind: 'officer', id: 'an', unit: 'H44.101', roles: ['handler'], person: 'P1' },
};

test('a list names no applicant to an officer whose own the dossier is, or who has an interest in it', async () => {
  const at = '2026-03-02T11:00:00+07:00';
  const dossiers = [
    dossier(1, { interests: [{ officer: 'an', at }] }),
    dossier(2, { interests: [{ officer: 'an.khac', person: 'P1', at }] }),
    dossier(3, { owner: 'P1' }),
    dossier(4, { interests: [{ officer: 'binh', person: 'P2', at }] }),
  ];
  const records = memoryRecords();
  const nameOf = await shownNames(
    {
      accessRecords: memoryAccessRecords(records),
      keyring: async () => keyring,
      names: { of: async codes => new Map(codes.map(code => [code, 'Nguyễn An'])) },
    },
    {
      ...{ caller, access: { requestId: 'r', reason: null }, now: Date.parse(at) },
      ...{ operation: 'listDossiers', expand: 'applicant', dossiers },
    },
  );
  expect(dossiers.map(({ code }) => nameOf(code).applicantName)).toEqual([
    ...[undefined, undefined, undefined],
    'Nguyễn An',
  ]);
  const read = records.all().filter(({ key }) => key.pk.startsWith('READDAY#'));
  const codes = read.flatMap(({ item }) => accessRecord.parse(item['read']).dossiers.map(({ code }) => code));
  expect(codes).toEqual([dossiers[3]?.code]);
});
