import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedOf } from '../../../functions/domain/money/reconciliation/carried.ts';
import type { Lines } from '../../../functions/domain/money/reconciliation/lines.ts';
import type { Difference } from '../../../functions/domain/money/reconciliation/reconciliation.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { reconciled, written } from './days.ts';

const amount = fc.constantFrom(...[10_000, 20_000, 30_000, 50_000].map(toDong));
const number = fc.integer({ min: 1, max: 6 });
const gateway = fc.constantFrom('PAYPLAT', 'VNPAY');
const day = fc.constantFrom('2026-11-25', '2026-11-26', '2026-11-27');
const at = day.map(date => `${date}T09:00:00+07:00`);

const payment = {
  gateway,
  transaction: number.map(n => `GD00000${n}`),
  reference: number.map(n => `MTC00000${n}`),
};
const ours = fc.uniqueArray(
  fc.record({
    ...payment,
    id: fc.integer({ min: 1, max: 20 }).map(n => `pay-${n}`),
    dossier: fc.constantFrom(null, 'H38.12-261126-0001'),
    amount,
    at,
  }),
  { selector: ({ id }) => id, maxLength: 8 },
);
const state = fc.constantFrom(
  'paid' as const,
  'paid' as const,
  'paid' as const,
  'pending' as const,
  'refunded' as const,
);
const list = fc.array(fc.record({ ...payment, amount, at, state }), { maxLength: 8 });
const purpose = fc
  .array(
    fc.oneof(
      payment.transaction,
      payment.reference,
      gateway,
      fc.constantFrom('ngay 26/11/2026', '25112026', 'le phi', '\n'),
    ),
    { maxLength: 3 },
  )
  .map(words => words.join(' '));
const credits = fc.uniqueArray(
  fc.record({
    bookedOn: day,
    amount: fc.oneof(amount, fc.constantFrom(...[40_000, 60_000, 80_000, 100_000].map(toDong))),
    direction: fc.constant('credit' as const),
    reference: fc.integer({ min: 1, max: 30 }).map(n => `KB${n}`),
    purpose,
    line: fc.integer({ min: 1, max: 99 }),
  }),
  // A statement in which a reference occurs twice is refused when it is read.
  { selector: ({ reference }) => reference, maxLength: 6 },
);
const lists = fc.record({ ours, gateway: list, treasury: credits });

const DAYS = ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'];

/** Some days, each with lists and with what the day before left. */
function play(days: readonly Lines[]) {
  let carried: readonly Difference[] = [];
  return days.map((given, index) => {
    const input = { day: DAYS[index] ?? '2026-12-01', ...given, carried };
    const result = reconciled(input);
    carried = result.differences;
    return { input, result };
  });
}

const someDays = fc.array(lists, { minLength: 1, maxLength: 4 });
const numRuns = 200;

describe('whatever the lists', () => {
  it('every line ends in exactly one match or difference, or is no money', () => {
    fc.assert(
      fc.property(someDays, days => {
        for (const { input, result } of play(days)) {
          const { matches, differences, unpaid } = result;
          expect(written(...matches, ...differences, { gateway: unpaid })).toEqual(
            written(input, carriedOf(input).lines),
          );
        }
      }),
      { numRuns },
    );
  });

  it('the totals balance on each side', () => {
    fc.assert(
      fc.property(someDays, days => {
        for (const { result } of play(days))
          for (const { given, carried, matched, open } of Object.values(result.totals)) {
            expect(given.amount + carried.amount).toBe(matched.amount + open.amount);
            expect(given.count + carried.count).toBe(matched.count + open.count);
          }
      }),
      { numRuns },
    );
  });

  it('what matches has the same money on each side', () => {
    fc.assert(
      fc.property(someDays, days => {
        const sum = (lines: readonly { amount: number }[]) =>
          lines.reduce((all, line) => all + line.amount, 0);
        for (const { result } of play(days))
          for (const { by, ours: our, gateway: listed, treasury, besides } of result.matches) {
            expect(sum(our)).toBe(sum(listed));
            if (by !== 'earlier') expect(sum(treasury)).toBe(sum(listed) + besides);
          }
      }),
      { numRuns },
    );
  });

  it('their order does not matter', () => {
    const shuffled = lists.chain(given =>
      fc.record({
        given: fc.constant(given),
        turned: fc.record({
          ours: fc.shuffledSubarray(given.ours, { minLength: given.ours.length }),
          gateway: fc.shuffledSubarray(given.gateway, { minLength: given.gateway.length }),
          treasury: fc.shuffledSubarray(given.treasury, { minLength: given.treasury.length }),
        }),
      }),
    );
    fc.assert(
      fc.property(lists, shuffled, (before, { given, turned }) => {
        const { differences } = reconciled(before);
        const next = (lines: Lines, carried: readonly Difference[]) =>
          reconciled({ day: '2026-11-28', ...lines, carried });
        expect(next(turned, differences.toReversed())).toEqual(next(given, differences));
      }),
      { numRuns },
    );
  });

  it('a day on which nothing comes changes ages alone', () => {
    fc.assert(
      fc.property(lists, given => {
        const { differences } = reconciled(given);
        const next = reconciled({ day: '2026-11-28', carried: differences });
        expect(next.cleared).toEqual([]);
        expect(next.matches).toEqual([]);
        const still = (found: readonly Difference[]) =>
          found.map(({ id, kind, amounts, since }) => JSON.stringify([id, kind, amounts, since])).toSorted();
        expect(still(next.differences)).toEqual(still(differences));
      }),
      { numRuns },
    );
  });

  it('ids are of one difference each', () => {
    fc.assert(
      fc.property(someDays, days => {
        for (const { result } of play(days)) {
          const ids = result.differences.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
      { numRuns },
    );
  });
});
