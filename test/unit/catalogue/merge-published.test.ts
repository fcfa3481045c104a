import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemOfField } from '../../../functions/domain/catalogue/authoritative-system.ts';
import { mergePublished } from '../../../functions/features/catalogue/import/merge-published.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import { toDong } from '../../../schemas/money/dong.ts';

const method = fc.record({
  channel: fc.constantFrom('online' as const, 'counter' as const, 'post' as const),
  limit: fc.option(
    fc.record({
      amount: fc.integer({ min: 0, max: 30 }),
      unit: fc.constantFrom('workingDay' as const, 'month' as const),
    }),
  ),
  fee: fc.option(
    fc.constantFrom(
      { kind: 'free' as const },
      { kind: 'flat' as const, amount: toDong(20_000) },
      { kind: 'unclear' as const, unclear: { vi: 'Có 2 mức thu.', en: 'Two amounts.' } },
    ),
  ),
});

/** Procedures as publications have them: a channel may be listed several times, in any order. */
const procedure: fc.Arbitrary<Procedure> = fc.record({
  code: fc.constant('1.001193'),
  name: fc.constantFrom('Thủ tục', 'Thủ tục khác'),
  decision: fc.constant('163/QĐ-BTP'),
  levels: fc.constant(['commune' as const]),
  field: fc.constant({ name: 'Hộ tịch' }),
  applicants: fc.constant(['Công dân Việt Nam']),
  onlineLevel: fc.constantFrom('full' as const, null),
  anyBoundary: fc.boolean(),
  methods: fc.array(method, { maxLength: 6 }),
  components: fc.constant([{ id: 'c1', name: 'Tờ khai', originals: 1, copies: 0, required: true }]),
  results: fc.constant([]),
  feeDueBefore: fc.constant(null),
  supplementClock: fc.constantFrom('restart' as const, 'resume' as const),
});

const origin = fc.constantFrom('province' as const, 'national' as const);

describe('a publication merged into what is there', () => {
  it('changes nothing when it is what is there', () => {
    const same = fc.property(procedure, origin, (ours, by) => {
      expect(mergePublished(ours, ours, by)).toEqual(ours);
    });
    fc.assert(same);
  });

  it('changes nothing when it comes again', () => {
    const twice = fc.property(procedure, procedure, origin, (ours, published, by) => {
      const once = mergePublished(ours, published, by);
      expect(mergePublished(once, published, by)).toEqual(once);
    });
    fc.assert(twice);
  });

  it('keeps the fee that the province made clear, and its table whatever is published', () => {
    const [base] = fc.sample(procedure, { seed: 1, numRuns: 1 });
    if (!base) throw new Error('no sample');
    type Fee = Procedure['methods'][number]['fee'];
    const feeAfter = (ours: Fee, published: Fee) => {
      const having = (fee: Fee): Procedure => ({
        ...base,
        methods: [{ channel: 'counter', limit: null, fee }],
      });
      return mergePublished(having(ours), having(published), 'province').methods[0]?.fee;
    };
    const flat: Fee = { kind: 'flat', amount: toDong(20_000) };
    const other: Fee = { kind: 'flat', amount: toDong(30_000) };
    const unclear: Fee = { kind: 'unclear', unclear: { vi: 'Có 2 mức thu.', en: 'Two amounts.' } };
    const table: Fee = {
      kind: 'table',
      lines: [{ code: 'appraisal', name: 'Phí thẩm định', sort: 'fee', amount: toDong(500_000) }],
    };
    expect(feeAfter(flat, unclear)).toEqual(flat);
    expect(feeAfter(flat, other)).toEqual(other);
    expect(feeAfter(null, unclear)).toEqual(unclear);
    expect(feeAfter(unclear, flat)).toEqual(flat);
    expect(feeAfter(unclear, null)).toEqual(unclear);
    expect(feeAfter(table, flat)).toEqual(table);
  });

  it('keeps that the province still decides, and takes the ministry’s system from the law where the province set none', () => {
    const [ours] = fc.sample(procedure, { seed: 1, numRuns: 1 });
    if (!ours) throw new Error('no sample');
    const set: Procedure = {
      ...ours,
      competentKind: 'police',
      stillDecidedHere: true,
      citizensSubmitHere: true,
    };
    const named = systemOfField('Hộ tịch');
    if (!named) throw new Error('the law names no system for civil status');
    const published: Procedure = { ...ours, authoritativeSystem: named };
    expect(mergePublished(set, published, 'province')).toMatchObject({
      competentKind: 'police',
      stillDecidedHere: true,
      citizensSubmitHere: true,
      authoritativeSystem: named,
    });
    const own: Procedure = {
      ...set,
      authoritativeSystem: { ...named, address: 'https://hotich.example.vn' },
    };
    expect(mergePublished(own, published, 'province').authoritativeSystem).toEqual(own.authoritativeSystem);
    expect(mergePublished(own, published, 'national').authoritativeSystem).toEqual(named);
  });

  it('keeps what only the province decides, and the limit the publication leaves open', () => {
    const [ours] = fc.sample(procedure, { seed: 1, numRuns: 1 });
    if (!ours) throw new Error('no sample');
    const limit = { amount: 5, unit: 'workingDay' as const };
    const set: Procedure = {
      ...ours,
      competentUnit: 'H44.03',
      methods: [{ channel: 'online', limit, fee: null }],
    };
    const published: Procedure = {
      ...ours,
      name: 'Tên mới',
      methods: [{ channel: 'online', limit: null, fee: { kind: 'free' } }],
    };
    expect(mergePublished(set, published, 'province')).toMatchObject({
      name: 'Tên mới',
      competentUnit: 'H44.03',
      methods: [{ channel: 'online', limit, fee: { kind: 'free' } }],
    });
  });
});
