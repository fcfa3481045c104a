import { describe, expect, test } from 'vitest';
import { doorOf } from '../../../web/catalogue/door.ts';
import { emptyFields, isTyped, nothingEntered, submissionOf } from '../../../web/mine/new/entered.ts';
import { receivingUnits, unitsFound } from '../../../web/mine/new/receiving-units.ts';

const about = { procedure: '1.013225', components: [{ component: 'c1', files: ['f_1'] }] };
const an = { ...nothingEntered, receivingUnit: 'H44.101', name: ' Nguyễn Văn An ', number: '0250 9000 0001' };

describe('what is sent', () => {
  test('a citizen is a person, by the number without blanks; what is empty is left out', () => {
    expect(submissionOf(an, { ...about, kind: 'citizen' })).toEqual({
      procedure: '1.013225',
      channel: 'online',
      receivingUnit: 'H44.101',
      returnBy: 'electronic',
      applicant: { kind: 'person', name: 'Nguyễn Văn An', identityNumber: '025090000001' },
      components: about.components,
    });
  });

  test('a foreigner is known by a paper of a country', () => {
    const entered = { ...an, name: 'Somchai', number: 'C01234567', country: 'lao', phone: '0912345678' };
    expect(submissionOf(entered, { ...about, kind: 'foreigner' }).applicant).toEqual({
      kind: 'foreigner',
      name: 'Somchai',
      paper: { kind: 'passport', number: 'C01234567', country: 'LAO' },
      phone: '0912345678',
    });
  });

  test('an organization has a tax code, an agency its own', () => {
    const entered = { ...an, name: 'Công ty', number: '2600108626' };
    expect(submissionOf(entered, { ...about, kind: 'organisation' }).applicant).toMatchObject({
      kind: 'organisation',
      taxCode: '2600108626',
    });
    const agency = { ...entered, organizationKind: 'agency', number: 'H44.02' } as const;
    expect(submissionOf(agency, { ...about, kind: 'organisation' }).applicant).toMatchObject({
      kind: 'agency',
      agencyCode: 'H44.02',
    });
  });

  test('an address for the result goes along only when the result is posted', () => {
    const entered = { ...an, returnAddress: 'Việt Trì' };
    expect(submissionOf(entered, { ...about, kind: 'citizen' })).not.toHaveProperty('returnAddress');
    const posted = { ...entered, returnBy: 'post' } as const;
    expect(submissionOf(posted, { ...about, kind: 'citizen' })).toHaveProperty('returnAddress', 'Việt Trì');
  });

  test('what is missing is named by where it belongs', () => {
    expect([...emptyFields(nothingEntered, 'citizen')]).toEqual([
      '/receivingUnit',
      '/applicant/name',
      '/applicant/identityNumber',
    ]);
    expect([...emptyFields({ ...an, returnBy: 'post' }, 'foreigner')]).toEqual([
      '/applicant/paper/country',
      '/returnAddress',
    ]);
  });
});

test('what the provider says and what can be chosen again is nothing typed', () => {
  const chosen = { ...nothingEntered, receivingUnit: 'H44.101', name: 'An' };
  expect(isTyped(chosen, 'An')).toBe(false);
  expect(isTyped(chosen, '')).toBe(true);
  expect(isTyped({ ...chosen, phone: '09' }, 'An')).toBe(true);
});

describe('the units to choose from', () => {
  const unit = (code: string, name: string, kind: 'commune' | 'centre' | 'department', receives = true) => ({
    ...{ code, name, kind, receives, parent: 'H44', administrativeCode: null },
    ...{ validFrom: '2025-07-01', validTo: null, successors: [] },
  });
  const units = [
    unit('H44.201', 'Phường Việt Trì', 'commune'),
    unit('H44.101', 'Xã Đạo Trù', 'commune'),
    unit('H44.01', 'Trung tâm Phục vụ hành chính công', 'centre'),
    unit('H44.02', 'Sở Tư pháp', 'department', false),
    { ...unit('H44.999', 'Xã cũ', 'commune'), validTo: '2025-12-31' },
  ];
  const offered = (procedure: Parameters<typeof receivingUnits>[1]) =>
    receivingUnits(units, procedure, '2026-11-27').map(({ code }) => code);

  test('are those in force that receive what their level decides', () => {
    expect(offered({ levels: ['commune', 'other'], anyBoundary: false })).toEqual(['H44.201', 'H44.101']);
    expect(offered({ levels: ['province'], anyBoundary: false, competentUnit: 'H44.02' })).toEqual([
      'H44.01',
    ]);
    expect(offered({ levels: ['commune'], anyBoundary: true })).toHaveLength(3);
  });

  test('are found without diacritics, đ included, in any order of words', () => {
    const found = (typed: string) => unitsFound(units, typed).map(({ code }) => code);
    expect(found('tri viet')).toEqual(['H44.201']);
    expect(found('dao tru')).toEqual(['H44.101']);
    expect(found('ĐẠO')).toEqual(['H44.101']);
    expect(found('')).toHaveLength(units.length);
    expect(found('hà nội')).toEqual([]);
  });
});

describe('where a procedure is submitted', () => {
  const online = [{ channel: 'online', limit: null, fee: null } as const];
  const published = (procedure: object, more: object = {}) =>
    ({ state: 'open', closedBecause: null, procedure: { methods: online, ...procedure }, ...more }) as never;
  const system = { name: { vi: 'Hộ tịch', en: 'Civil status' }, address: 'https://x', since: '2026-07-01' };

  test('here only when the province opened it to citizens', () => {
    expect(doorOf(published({ citizensSubmitHere: true }), '2026-11-27')).toEqual({ kind: 'here' });
    expect(doorOf(published({}), '2026-11-27')).toEqual({ kind: 'nationalPortal' });
  });

  test('in the ministry’s system from the day on which that decides, unless the province still does', () => {
    const procedure = { authoritativeSystem: system, citizensSubmitHere: true };
    expect(doorOf(published(procedure), '2026-07-01')).toMatchObject({ kind: 'elsewhere' });
    expect(doorOf(published(procedure), '2026-06-30')).toEqual({ kind: 'here' });
    expect(doorOf(published({ ...procedure, stillDecidedHere: true }), '2026-11-27')).toEqual({
      kind: 'here',
    });
  });

  test('nowhere while it is closed, at the counter where nothing is online', () => {
    const closed = published({}, { state: 'closed', closedBecause: 'Đang sửa quy trình' });
    expect(doorOf(closed, '2026-11-27')).toEqual({ kind: 'closed', because: 'Đang sửa quy trình' });
    expect(doorOf(published({ methods: [] }), '2026-11-27')).toEqual({ kind: 'counter' });
  });
});
