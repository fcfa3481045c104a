import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareLimit } from '../../../functions/domain/workflow/share-limit.ts';

const HOURS = { workingDay: 8, workingHour: 1 } as const;
const THREE = [0.6, 0.2, 0.2];
const said = (limits: readonly { amount: number; unit: string }[] | undefined) =>
  limits?.map(({ amount, unit }) => `${amount} ${unit}`);

describe('a legal limit shared among steps', () => {
  it.each([
    [20, 'workingDay', THREE, ['12 workingDay', '4 workingDay', '4 workingDay']],
    [5, 'workingDay', THREE, ['3 workingDay', '1 workingDay', '1 workingDay']],
    [3, 'workingDay', THREE, ['14 workingHour', '5 workingHour', '5 workingHour']],
    [1, 'workingDay', [0.65, 0.35], ['5 workingHour', '3 workingHour']],
    [1, 'workingDay', [1], ['8 workingHour']],
    [8, 'workingHour', THREE, ['5 workingHour', '1.5 workingHour', '1.5 workingHour']],
    [15, 'calendarDay', THREE, ['9 calendarDay', '3 calendarDay', '3 calendarDay']],
    [3, 'calendarDay', THREE, ['1 calendarDay', '1 calendarDay', '1 calendarDay']],
    [2, 'calendarDay', THREE, undefined],
    [6, 'month', THREE, ['101 calendarDay', '33 calendarDay', '34 calendarDay']],
    [0, 'workingDay', [1], undefined],
  ] as const)('%d %s: %j', (amount, unit, shares, parts) => {
    const shared = shareLimit({ amount, unit }, shares);
    expect(said(shared)?.toSorted()).toEqual(parts?.toSorted());
  });

  it('never takes longer together than the limit, and each step takes something', () => {
    const any = fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.constantFrom('workingDay' as const, 'workingHour' as const, 'calendarDay' as const),
      fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
      (halves, unit, shares) => {
        const amount = unit === 'calendarDay' ? halves : halves / 2;
        const shared = shareLimit({ amount, unit }, shares);
        const weight = (limit: { amount: number; unit: string }) =>
          limit.unit === 'calendarDay'
            ? limit.amount
            : limit.amount * HOURS[limit.unit as keyof typeof HOURS];
        // With fewer grains than steps there is nothing to share out.
        if (shared === undefined) {
          expect(halves).toBeLessThan(shares.length);
          return;
        }
        expect(shared).toHaveLength(shares.length);
        for (const limit of shared) expect(limit.amount).toBeGreaterThan(0);
        const together = shared.map(weight).reduce((all, each) => all + each, 0);
        expect(together).toBeLessThanOrEqual(weight({ amount, unit }) + 1e-9);
      },
    );
    fc.assert(any);
  });
});
