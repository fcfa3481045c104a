import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daySummary } from '../../../functions/domain/money/receipts/day-summary.ts';
import { daySummaryXml } from '../../../functions/domain/money/receipts/day-summary-xml.ts';
import { canonicalXml } from '../../../functions/domain/xml/canonical-xml.ts';
import { BODY, earlier, paying, receiptWith } from '../../support/money-receipts/receipts.ts';

const DAY = '2026-07-05';
const replacement = (number: number, of: number, amount: number) =>
  receiptWith({
    number,
    kind: { kind: 'replacement', of: earlier(of), reason: 'Sai tên người nộp' },
    ...paying(amount),
  });
const adjustment = (number: number, change: 'increase' | 'decrease', amount: number) =>
  receiptWith({
    number,
    kind: { kind: 'adjustment', of: earlier(3, '2026-07-04'), reason: 'Thu chưa đúng', change },
    ...paying(amount, 'charge'),
  });

describe('the summary of a day', () => {
  test('counts the receipts of each serial, and sums up fees and charges apart', () => {
    const receipts = [
      adjustment(16, 'decrease', 5_000),
      receiptWith({ number: 12 }),
      replacement(14, 13, 40_000),
      receiptWith({ number: 13, ...paying(30_000) }),
      adjustment(15, 'increase', 10_000),
      receiptWith({ number: 1, serial: '26TAB', ...paying(8_000, 'charge') }),
    ];
    const { serials, rows } = daySummary(BODY, DAY, receipts);
    expect(serials).toEqual([
      {
        form: 'EBL01',
        serial: '26TAA',
        used: 5,
        first: 12,
        last: 16,
        missing: [],
        replaced: 1,
        adjusted: 2,
        collected: { fees: 90_000, charges: 75_000 },
        increased: { fees: 0, charges: 10_000 },
        decreased: { fees: 0, charges: 5_000 },
        replacedEarlier: { fees: 0, charges: 0 },
      },
      expect.objectContaining({ serial: '26TAB', used: 1, collected: { fees: 0, charges: 8_000 } }),
    ]);
    expect(rows.map(({ number, replaced }) => [number, replaced])).toEqual([
      [12, false],
      [13, true],
      [14, false],
      [15, false],
      [16, false],
      [1, false],
    ]);
  });

  test('tells of numbers that no receipt has', () => {
    const receipts = [12, 13, 15, 19].map(number => receiptWith({ number }));
    expect(daySummary(BODY, DAY, receipts).serials[0]).toMatchObject({
      used: 4,
      missing: [
        { first: 14, last: 14 },
        { first: 16, last: 18 },
      ],
    });
  });

  test('of a day without receipts is empty', () => {
    expect(daySummary(BODY, DAY, [])).toEqual({ body: BODY, day: DAY, serials: [], rows: [] });
  });

  test('refuses what is not of it', () => {
    for (const receipts of [
      [receiptWith({ collectedAt: '2026-07-05T17:00:00Z' })],
      [receiptWith({ body: { ...BODY, unit: 'H44.102' } })],
      [receiptWith(), receiptWith()],
    ])
      expect(() => daySummary(BODY, DAY, receipts)).toThrow('is not of the body');
    expect(() => daySummary(BODY, DAY, [receiptWith({ total: 1 })])).toThrow('not the sum of the lines');
  });

  test('does not depend on the order of the receipts, and every number is used or missing', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(numbers, shuffled => {
        const of = (list: readonly number[]) =>
          daySummary(
            BODY,
            DAY,
            list.map(number => receiptWith({ number })),
          );
        const summary = of(shuffled);
        expect(summary).toEqual(of(shuffled.toSorted((a, b) => a - b)));
        const [serial] = summary.serials;
        const gaps = serial?.missing.reduce((sum, { first, last }) => sum + last - first + 1, 0) ?? 0;
        expect((serial?.used ?? 0) + gaps).toBe((serial?.last ?? 0) - (serial?.first ?? 0) + 1);
      }),
      { numRuns: 50 },
    );
  });

  test('as a document names form 01/TH-BLĐT and nobody who paid', () => {
    const xml = canonicalXml(
      daySummaryXml(daySummary(BODY, DAY, [replacement(14, 12, 40_000), receiptWith()])),
    );
    for (const part of [
      '<MSo>01/TH-BLĐT</MSo>',
      '<NLap>2026-07-05</NLap>',
      '<SLuong>2</SLuong><TSo>00000012</TSo><DSo>00000014</DSo>',
      '<DSSThieu><SThieu><TSo>00000013</TSo><DSo>00000013</DSo></SThieu></DSSThieu>',
      '<SLTThe>1</SLTThe><SLDChinh>0</SLDChinh>',
      '<TgThu><TgPhi>40000</TgPhi><TgLPhi>0</TgLPhi></TgThu>',
      '<TCBLai>1</TCBLai><BTThe>1</BTThe><TgPhi>50000</TgPhi><TgLPhi>75000</TgLPhi><TgTTBSo>125000</TgTTBSo>',
    ])
      expect(xml).toContain(part);
    expect(xml).not.toContain('Nguyễn Văn An');
  });
});
