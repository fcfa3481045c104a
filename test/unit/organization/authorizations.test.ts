import { describe, expect, test } from 'vitest';
import { signingOf } from '../../../functions/domain/organization/authorizations.ts';
import { checkAuthorization } from '../../../functions/domain/organization/check-authorization.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import {
  type Authorization,
  type AuthorizationOrder,
  authorization,
} from '../../../schemas/organization/authorization.ts';

const UNIT = 'H44.101';
const order = (own: Partial<AuthorizationOrder> = {}): AuthorizationOrder => ({
  form: 'KT',
  signer: 'pho.chu-tich',
  position: 'Phó Chủ tịch',
  onBehalfOf: 'chu-tich',
  for: 'Chủ tịch',
  document: '12/QĐ-UBND ngày 20/11/2026',
  from: '2026-11-24',
  to: '2026-12-31',
  ...own,
});
const recorded = (own: Partial<Authorization> = {}): Authorization =>
  authorization.parse({
    ...order(),
    id: 'au_00000000000000000000000000',
    unit: UNIT,
    recordedBy: 'quantri.h44',
    recordedAt: '2026-11-20T08:00:00+07:00',
    endedOn: null,
    endedBy: null,
    endedBecause: null,
    ...own,
  });
const officer = (id: string, own: object = {}) => ({
  id,
  unit: UNIT,
  roles: ['leader' as const],
  name: 'Một Người',
  active: true,
  ...own,
});

/** What becomes of an order, in a unit where these authorizations are recorded. */
function outcome(
  asked: AuthorizationOrder,
  before: Authorization[] = [],
  people: { signer?: object; principal?: object; by?: { id: string; person?: string } } = {},
) {
  try {
    checkAuthorization(asked, {
      unit: UNIT,
      before,
      signer: officer(asked.signer, people.signer),
      principal: asked.onBehalfOf === undefined ? undefined : officer(asked.onBehalfOf, people.principal),
      by: people.by ?? { id: 'quantri.h44' },
    });
    return 'taken';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return `${error.code} ${error.faults[0]?.pointer}`;
  }
}

describe('an authorization to sign', () => {
  test.each([
    ['of a deputy for the head', order()],
    ['by the head’s order, without an end', order({ form: 'TL', to: null })],
    ['in writing, until a day', order({ form: 'TUQ' })],
    ['of one day', order({ to: '2026-11-24' })],
  ])('%s is taken', (_, asked) => {
    expect(outcome(asked)).toBe('taken');
  });

  test('for a collective, or in one’s own right, takes nobody’s place', () => {
    const { onBehalfOf: _, ...rest } = order();
    expect(outcome({ ...rest, form: 'TM', for: 'Ủy ban nhân dân' })).toBe('taken');
    const { for: __, ...own } = rest;
    expect(outcome({ ...own, form: 'direct', to: null })).toBe('taken');
  });

  test.each([
    ['with reversed dates', order({ to: '2026-11-23' }), 'request-invalid /to'],
    ['in writing without an end', order({ form: 'TUQ', to: null }), 'request-invalid /to'],
    ['for a collective with a person', order({ form: 'TM' }), 'request-invalid /onBehalfOf'],
    ['in one’s own place', order({ onBehalfOf: 'pho.chu-tich' }), 'authorization-not-allowed /onBehalfOf'],
  ])('%s is refused', (_, asked, refused) => {
    expect(outcome(asked)).toBe(refused);
  });

  test('of an officer who left, or of another unit, is refused', () => {
    const gone = { active: false };
    const elsewhere = { unit: 'H44.102' };
    for (const signer of [gone, elsewhere])
      expect(outcome(order(), [], { signer })).toBe('authorization-not-allowed /signer');
    for (const principal of [gone, elsewhere])
      expect(outcome(order(), [], { principal })).toBe('authorization-not-allowed /onBehalfOf');
  });

  test('is not recorded by whom it authorizes', () => {
    expect(outcome(order(), [], { by: { id: 'pho.chu-tich' } })).toBe('authorization-not-allowed /signer');
  });

  test('is not recorded by whom it authorizes under another account, nor for one’s own other account', () => {
    const [signer, by] = [{ person: 'P1' }, { id: 'quantri.h44', person: 'P1' }];
    expect(outcome(order(), [], { signer, by })).toBe('authorization-not-allowed /signer');
    expect(outcome(order(), [], { signer, principal: signer })).toBe('authorization-not-allowed /onBehalfOf');
    // Of whom nothing is known is not taken for the same; nor are two who are known.
    expect(outcome(order(), [], { by: { id: 'quantri.h44' } })).toBe('taken');
    const principal = { person: 'P2' };
    expect(outcome(order(), [], { signer, principal, by: { id: 'quantri.h44', person: 'P3' } })).toBe(
      'taken',
    );
  });

  test('that shares a day with another of the same officer is refused, until that one is ended', () => {
    const first = recorded({ from: '2026-11-01', to: '2026-11-24' });
    expect(outcome(order(), [first])).toBe('authorization-overlaps /from');
    expect(outcome(order(), [{ ...first, endedOn: '2026-11-23' }])).toBe('taken');
    // One that was ended before it began never held.
    const never = recorded({ from: '2026-11-25', endedOn: '2026-11-20' });
    expect(outcome(order(), [never])).toBe('taken');
  });

  test('follows the last one in the same place on the next day, or says why not', () => {
    const before = [recorded({ signer: 'pho.khac', from: '2026-11-01', to: '2026-11-22' })];
    expect(outcome(order(), before)).toBe('authorization-gap /from');
    expect(outcome(order({ from: '2026-11-23' }), before)).toBe('taken');
    expect(outcome(order({ afterGap: 'Chủ tịch đã về trong hai ngày' }), before)).toBe('taken');
    expect(outcome(order({ onBehalfOf: 'giam-doc', for: 'Giám đốc' }), before)).toBe('taken');
  });

  test('is not passed on by whoever is authorized themselves', () => {
    const before = [recorded({ form: 'TUQ', signer: 'truong.phong', from: '2026-11-01', to: '2026-12-15' })];
    const passedOn = order({ onBehalfOf: 'truong.phong', for: 'Trưởng phòng' });
    expect(outcome(passedOn, before)).toBe('authorization-not-allowed /onBehalfOf');
    expect(outcome({ ...passedOn, from: '2026-12-16' }, before)).toBe('taken');
    // And nobody who signs through somebody else is authorized: it would be passed on from the start.
    const deputies = [recorded({ signer: 'pho.phong', onBehalfOf: 'truong.phong', for: 'Trưởng phòng' })];
    expect(outcome(order({ form: 'TUQ', signer: 'truong.phong' }), deputies)).toBe(
      'authorization-not-allowed /signer',
    );
  });
});

describe('how an officer signs', () => {
  const all = [recorded(), recorded({ signer: 'chu-tich', form: 'direct', to: null })];

  test('by what is recorded of them on the day, to the day', () => {
    const on = (day: string) => signingOf(all, 'pho.chu-tich', day);
    // What is recorded in advance stops nobody who signs by their role today.
    expect(on('2026-11-23')).toBe('unrecorded');
    expect(on('2026-11-24')).toMatchObject({ form: 'KT', position: 'Phó Chủ tịch', for: 'Chủ tịch' });
    expect(on('2026-12-31')).toMatchObject({ from: '2026-11-24', to: '2026-12-31' });
    expect(on('2027-01-01')).toBe('lapsed');
  });

  test('not after it was ended, and by role alone where nothing is recorded', () => {
    const ended = [recorded({ endedOn: '2026-11-30' })];
    expect(signingOf(ended, 'pho.chu-tich', '2026-11-30')).toMatchObject({ form: 'KT' });
    expect(signingOf(ended, 'pho.chu-tich', '2026-12-01')).toBe('lapsed');
    expect(signingOf(all, 'ai-do', '2026-11-30')).toBe('unrecorded');
  });
});
