import { describe, expect, test } from 'vitest';
import { type BillQuestion, billOf } from '../../../functions/domain/fees/bill-of.ts';
import { reliefLaw } from '../../../functions/domain/fees/reliefs.ts';
import { toDong } from '../../../schemas/money/dong.ts';

const evidence = { kind: 'digital-citizen', attestedBy: 'identitySystem' } as const;
const asked = (relief: string, code: string, field: string, amount: number): BillQuestion => ({
  fee: { kind: 'flat', amount: toDong(amount) },
  procedure: { code, field: { name: field } },
  on: '2026-11-27',
  reliefs: [{ relief, evidence }],
});
const dueOf = (question: BillQuestion) => {
  const billed = billOf(question);
  return 'bill' in billed ? billed.bill.due : billed.faults.map(({ message }) => message.vi).join();
};

describe('the reliefs of NQ 66.22/2026/NQ-CP', () => {
  test('are all of its days, and say of each what is unconfirmed', () => {
    for (const { relief, from, until, ground, unconfirmed } of reliefLaw.reliefs) {
      expect([from, until], relief).toEqual(['2026-08-15', '2027-02-28']);
      expect(ground).toContain('66.22/2026');
      expect(unconfirmed, relief).toBeTruthy();
    }
  });

  test('free residence and civil status data, and halve secured transactions', () => {
    expect(dueOf(asked('digital-residence', '1.004222', 'Đăng ký, quản lý cư trú', 20_000))).toBe(0);
    expect(dueOf(asked('digital-civil-status-data', '2.000635', 'Hộ tịch', 8000))).toBe(0);
    const secured = (amount: number) =>
      dueOf(asked('digital-secured-transactions', '1.011441', 'Đăng ký biện pháp bảo đảm', amount));
    expect([80_000, 60_000, 30_000, 20_000, 25_000].map(secured)).toEqual([
      40_000, 30_000, 15_000, 10_000, 12_500,
    ]);
  });

  test.each([
    [500_000, 250_000],
    [10_000_000, 5_000_000],
    [150_000_000, 75_000_000],
  ])('leave of %i đồng for a fire safety design %i', (full, due) => {
    expect(dueOf(asked('digital-fire-safety-design', '3.000489', 'Phòng cháy, chữa cháy', full))).toBe(due);
  });

  test('are not applied where the province has still to decide, nor where nobody could tell', () => {
    const waiting = reliefLaw.reliefs.filter(({ needs }) => needs !== undefined);
    expect(waiting.map(({ relief }) => relief)).toEqual(
      expect.arrayContaining(['digital-civil-status', 'digital-land-certificate', 'digital-driving-licence']),
    );
    expect(dueOf(asked('digital-civil-status', '1.001193', 'Hộ tịch', 8000))).toContain('Hội đồng nhân dân');
  });
});
