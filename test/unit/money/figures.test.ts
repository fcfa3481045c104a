import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atMost, daysToSettle } from '../../../functions/domain/money/figures/days-to-settle.ts';
import { dossierFees } from '../../../functions/domain/money/figures/dossiers-paid.ts';
import {
  paidByWay,
  paidShare,
  receivedOf,
  shareOf,
} from '../../../functions/domain/money/figures/paid-share.ts';
import { payableOnline, procedureFee } from '../../../functions/domain/money/figures/payable-online.ts';
import { accountsOf } from '../../../functions/domain/money/transfers/accounts.ts';
import { balancesOf } from '../../../functions/domain/money/transfers/transfers-of.ts';
import { unitAndBelow } from '../../../functions/domain/organization/units-below.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import type { Account, Transfer } from '../../../schemas/money/transfer.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';

const UNIT = 'H44.101';
const at = accountsOf(UNIT);

const move = (kind: Transfer['kind'], from: Account, to: Account, amount: number, nth = 1): Transfer => ({
  ...{ id: `${nth}/${kind}/${from}/${amount}`, at: '2026-11-26T08:00:00+07:00', kind, phase: 'posted' },
  ...{ from, to, amount: toDong(amount), unit: UNIT, dossier: `H44.101-261126-000${nth}`, by: null },
});
const charged = (amount: number, nth?: number) => move('charged', at.revenue, at.claims, amount, nth);
const paid = (to: Account, amount: number, nth?: number) => move('received', at.claims, to, amount, nth);

describe('how fees were paid', () => {
  it('counts a dossier that was charged or paid, and online without cash', () => {
    const fees = dossierFees([
      charged(10_000, 1),
      paid(at.transit('platform'), 10_000, 1),
      charged(10_000, 2),
      paid(at.cash, 4000, 2),
      paid(at.transit('bank'), 6000, 2),
      charged(10_000, 3),
      move('waived', at.claims, at.waived, 10_000, 3),
      paid('cash:H44.102', 10_000, 4),
      charged(10_000, 5),
      { ...paid(at.cash, 9, 6), phase: 'pending' },
    ]);
    expect(paidShare(fees)).toEqual({ withFee: 4, paid: 3, paidOnline: 2, share: 0.5 });
    expect(paidByWay(fees)).toEqual([
      { way: 'platform', dossiers: 1, amount: 10_000 },
      { way: 'bank', dossiers: 1, amount: 6000 },
      { way: 'cash', dossiers: 2, amount: 14_000 },
      { way: 'held', dossiers: 0, amount: 0 },
    ]);
    expect(paidShare([])).toEqual({ withFee: 0, paid: 0, paidOnline: 0, share: null });
    expect(shareOf(1, 3)).toBe(0.3333);
  });

  it('adds up to what is in the claims of the unit, whatever moved', () => {
    const places = fc.constantFrom(at.cash, at.transit('platform'), at.transit('bank'), at.suspense);
    const one = fc.oneof(
      fc.record({ amount: fc.integer({ min: 1, max: 9999 }), nth: fc.integer({ min: 1, max: 4 }) }),
      fc.record({
        amount: fc.integer({ min: 1, max: 9999 }),
        nth: fc.integer({ min: 1, max: 4 }),
        to: places,
        back: fc.boolean(),
      }),
    );
    const always = fc.property(fc.array(one, { maxLength: 30 }), moves => {
      const transfers = moves.map(each => {
        if (!('to' in each)) return charged(each.amount, each.nth);
        const back = each.back && each.to === at.suspense;
        return back
          ? move('held', at.suspense, at.claims, each.amount, each.nth)
          : paid(each.to, each.amount, each.nth);
      });
      const fees = dossierFees(transfers);
      const owed = fees.reduce((sum, fee) => sum + fee.charged, 0) - receivedOf(fees);
      const balances = balancesOf(transfers);
      expect(owed).toBe(balances.get(at.claims) ?? 0);
      const byWay = new Map<string, number>(paidByWay(fees).map(({ way, amount }) => [way, amount]));
      expect(byWay.get('cash')).toBe(balances.get(at.cash) ?? 0);
      expect(byWay.get('bank')).toBe(balances.get(at.transit('bank')) ?? 0);
      const { withFee, paid: done, paidOnline } = paidShare(fees);
      expect([paidOnline <= done, done <= withFee]).toEqual([true, true]);
    });
    fc.assert(always);
  });
});

describe('days to settlement', () => {
  const payment = (day: number, settledOn?: string, gateway: 'platform' | 'deposit' = 'platform') => ({
    ...{ gateway, amount: toDong(1000), paidAt: `2026-11-${day}T23:30:00+07:00`, settledOn },
  });

  it('are counted by way: half, nine tenths, the longest, and the oldest that waits', () => {
    const settled = [20, 20, 19, 10].map(day => payment(day, '2026-11-21'));
    const early = payment(22, '2026-11-21', 'deposit');
    const now = Date.parse('2026-11-25T01:00:00+07:00');
    const [platform, bank, deposit] = daysToSettle([...settled, early], [payment(24), payment(18)], now);
    expect(platform).toEqual({
      way: 'platform',
      settled: { count: 4, amount: 4000, medianDays: 1, p90Days: 11, longestDays: 11 },
      waiting: { count: 2, amount: 2000, oldestDays: 7 },
    });
    expect(bank).toMatchObject({
      settled: { count: 0, medianDays: null, p90Days: null, longestDays: null },
      waiting: { count: 0, oldestDays: null },
    });
    expect(deposit).toMatchObject({ settled: { medianDays: 0, longestDays: 0 } });
  });

  it('the part of them that is asked for is not exceeded, and no smaller day would do', () => {
    const days = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 40 });
    const always = fc.property(days, fc.constantFrom(0.5, 0.9, 1), (some, part) => {
      const found =
        atMost(
          some.toSorted((a, b) => a - b),
          part,
        ) ?? -1;
      const within = (most: number) => some.filter(each => each <= most).length / some.length;
      expect(within(found)).toBeGreaterThanOrEqual(part);
      expect(within(found - 1)).toBeLessThan(part);
    });
    fc.assert(always);
  });
});

describe('procedures that are payable online', () => {
  const flat = { kind: 'flat', amount: toDong(1) } as const;
  const doubt = { vi: 'Chưa rõ mức', en: 'Not clear' };
  const withFees = (...fees: unknown[]) =>
    procedureFee({ methods: fees.map(fee => ({ fee })) } as unknown as Procedure).fee;
  const units = [
    { code: 'H44', parent: null, collects: {} },
    { code: 'H44.101', parent: 'H44' },
    { code: 'H44.102', parent: 'H44.101' },
    { code: 'H45', parent: null },
  ] as unknown as Unit[];

  it('have a fee that is clear by every way of submission', () => {
    expect(withFees(null, { kind: 'free' })).toBe('none');
    expect(withFees({ kind: 'free' }, flat)).toBe('clear');
    expect(withFees(flat, { ...flat, unclear: doubt })).toBe('unclear');
    expect(withFees({ kind: 'unclear', unclear: doubt })).toBe('unclear');
  });

  it('and a body that collects it', () => {
    const procedures = [
      { fee: 'clear', competentUnit: undefined },
      { fee: 'unclear', competentUnit: undefined },
      { fee: 'none', competentUnit: undefined },
      { fee: 'clear', competentUnit: 'H44.102' },
      { fee: 'clear', competentUnit: 'H45' },
    ] as const;
    const of = (unit: string) => payableOnline(procedures, unit, new Set(unitAndBelow(units, unit)), units);
    expect(of('H44.101')).toEqual({ withFee: 3, payable: 2, share: 0.6667 });
    expect(of('H45')).toEqual({ withFee: 3, payable: 0, share: 0 });
    expect(unitAndBelow(units, 'H44')).toEqual(['H44', 'H44.101', 'H44.102']);
  });
});
