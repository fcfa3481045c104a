import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billOf } from '../../../functions/domain/fees/bill-of.ts';
import type { Fee } from '../../../schemas/catalogue/fee.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import type { FeeRelief, FeeReliefs, ReliefEffect } from '../../../schemas/money/fee-relief.ts';
import { card, procedure } from './samples.ts';

const amount = fc.integer({ min: 0, max: 5_000_000 }).map(toDong);
const CODES = ['one', 'two', 'three'];

const fee: fc.Arbitrary<Fee> = fc
  .uniqueArray(fc.constantFrom(...CODES), { minLength: 1 })
  .chain(codes => fc.tuple(...codes.map(code => amount.map(price => ({ code, price })))))
  .map(lines => ({
    kind: 'table',
    lines: lines.map(({ code, price }) => ({ code, name: code, sort: 'fee' as const, amount: price })),
  }));

const effect: fc.Arbitrary<ReliefEffect> = fc.oneof(
  fc.constant({ kind: 'zero' as const }),
  amount.map(off => ({ kind: 'amount' as const, amount: off })),
  fc
    .record({ percent: fc.integer({ min: 1, max: 100 }), one: amount, other: amount })
    .map(({ percent, one, other }) => ({
      kind: 'percent' as const,
      percent,
      min: one < other ? one : other,
      max: one < other ? other : one,
    })),
);

const relief: fc.Arbitrary<FeeRelief> = fc
  .record({ effect, codes: fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1 }) })
  .map(({ effect, codes }) => ({
    relief: 'r',
    name: { vi: 'Giảm', en: 'Relief' },
    scope: { codes },
    effect,
    from: '2026-08-15',
    until: '2027-02-28',
    ground: 'Căn cứ',
    setBy: 'nation',
    evidence: ['card'],
  }));

const law: fc.Arbitrary<FeeReliefs> = fc.array(relief, { maxLength: 4 }).map(reliefs => ({
  evidence: [{ kind: 'card', name: { vi: 'Thẻ', en: 'Card' }, attestedBy: ['identitySystem', 'officer'] }],
  reliefs: reliefs.map((each, index) => ({ ...each, relief: `r${index}`, ground: `Căn cứ ${index}` })),
}));

const fitting = ({ kind, ...rest }: Fee, law: FeeReliefs) =>
  law.reliefs.filter(
    ({ scope }) => 'lines' in rest && rest.lines.some(({ code }) => scope.codes?.includes(code)),
  );
const claims = (reliefs: readonly FeeRelief[]) => reliefs.map(({ relief }) => ({ relief, evidence: card }));
const billed = (fee: Fee, reliefs: readonly FeeRelief[], law: FeeReliefs, on = '2026-11-27') =>
  billOf({ fee, procedure, on, reliefs: claims(reliefs) }, law);
const billFor = (...asked: Parameters<typeof billed>) => {
  const answer = billed(...asked);
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults));
  return answer.bill;
};

describe('every bill', () => {
  it('adds up: due is full less relief, of each line and in total, and is never negative', () => {
    const adds = fc.property(fee, law, (fee, law) => {
      const bill = billFor(fee, fitting(fee, law), law);
      for (const { full, relief, due, ground } of bill.lines) {
        expect(due).toBe(full - relief);
        expect(due).toBeGreaterThanOrEqual(0);
        expect(ground === null).toBe(relief === 0);
      }
      const sum = (of: 'full' | 'relief' | 'due') => bill.lines.reduce((total, line) => total + line[of], 0);
      expect([bill.full, bill.relieved, bill.due]).toEqual([sum('full'), sum('relief'), sum('due')]);
      expect(bill.due).toBe(bill.full - bill.relieved);
    });
    fc.assert(adds);
  });

  it('keeps a relief within its bounds: not above its most, nor below its least where the line is that much', () => {
    const bounded = fc.property(fee, law, (fee, law) => {
      for (const each of fitting(fee, law)) {
        if (each.effect.kind !== 'percent') continue;
        const { min = 0, max = 0 } = each.effect;
        for (const line of billFor(fee, [each], law).lines.filter(({ ground }) => ground !== null)) {
          expect(line.relief).toBeLessThanOrEqual(max);
          expect(line.relief).toBeGreaterThanOrEqual(Math.min(min, line.full));
        }
      }
    });
    fc.assert(bounded);
  });

  it('is the same in whatever order reliefs are claimed, and however often', () => {
    const anyOrder = fc.property(fee, law, (fee, law) => {
      const reliefs = fitting(fee, law);
      const bill = billFor(fee, reliefs, law);
      expect(billFor(fee, reliefs.toReversed(), law)).toEqual(bill);
      expect(billFor(fee, [...reliefs, ...reliefs], law)).toEqual(bill);
    });
    fc.assert(anyOrder);
  });

  it('has on each line the highest of the reliefs, not their sum', () => {
    const highest = fc.property(fee, law, (fee, law) => {
      const reliefs = fitting(fee, law);
      const alone = reliefs.map(each => billFor(fee, [each], law).lines);
      for (const [index, { relief }] of billFor(fee, reliefs, law).lines.entries())
        expect(relief).toBe(Math.max(0, ...alone.map(lines => lines[index]?.relief ?? 0)));
    });
    fc.assert(highest);
  });

  it('has no relief on a day outside its dates', () => {
    const days = fc.constantFrom('2020-01-01', '2026-08-14', '2027-03-01', '2030-12-31');
    const outside = fc.property(fee, law, days, (fee, law, on) => {
      const reliefs = fitting(fee, law);
      const answer = billed(fee, reliefs, law, on);
      expect('faults' in answer).toBe(reliefs.length > 0);
      expect(billFor(fee, [], law, on).relieved).toBe(0);
    });
    fc.assert(outside);
  });
});
