import { expect, test } from 'vitest';
import { noCharge } from '../../../web/officer/counter/charge-fields.tsx';
import { notOnBehalf, type Procedure } from '../../../web/officer/counter/intake.ts';
import { intakeToKeep, visitToKeep } from '../../../web/officer/counter/kept-intake.ts';
import { noVisit, type Taken } from '../../../web/officer/counter/visit.ts';

const procedure = { components: [{ id: 'c1', name: 'Đơn' }] } as unknown as Procedure;
const entered = {
  channel: 'counter',
  kind: 'person',
  applicant: {},
  onBehalf: notOnBehalf,
  copies: {},
  kinds: {},
  returnBy: 'counter',
  returnAddress: '',
} as const;
const bytes = new Blob(['%PDF']) as File;
const file = { key: 'k', field: 'c1', name: 'don.pdf', size: 4, file: bytes };

test('of a dossier at the counter, files stay that the API has, and the others are named', () => {
  const kept = intakeToKeep({
    entered,
    procedure,
    charge: noCharge,
    key: 'k-1',
    files: [
      { ...file, state: { kind: 'done', id: 'f_1' } },
      { ...file, name: 'trang-2.pdf', state: { kind: 'failed', error: new Error('no') } },
      { ...file, name: 'trang-3.pdf', state: { kind: 'sending', share: 0.5 } },
    ],
  });
  expect(kept?.files).toEqual([
    { key: 'k', field: 'c1', name: 'don.pdf', size: 4, state: { kind: 'done', id: 'f_1' } },
  ]);
  expect(kept?.lost).toEqual([
    { paper: 'Đơn', name: 'trang-2.pdf' },
    { paper: 'Đơn', name: 'trang-3.pdf' },
  ]);
  expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
});

test('nothing is kept of a counter at which nothing was entered', () => {
  expect(intakeToKeep({ entered, charge: noCharge, files: [] })).toBeUndefined();
  expect(
    intakeToKeep({ entered: { ...entered, applicant: { name: ' ' } }, charge: noCharge, files: [] }),
  ).toBe(undefined);
  expect(visitToKeep(noVisit)).toBeUndefined();
});

test('a visit is kept with its dossiers, without why one of them could not be accepted', () => {
  const taken = { code: 'H44.101-261127-0001', procedure, papers: [], returnBy: 'counter' } as const;
  const dossiers: Taken[] = [{ ...taken, accepted: undefined, failure: new Error('signed out') }];
  const kept = visitToKeep({ ...noVisit, asks: false, dossiers });
  expect(kept?.dossiers).toMatchObject([{ code: 'H44.101-261127-0001', failure: undefined }]);
});
