import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demandRight, faultsOfReceipt } from '../../../functions/domain/money/receipts/check-receipt.ts';
import { missingContent } from '../../../functions/domain/money/receipts/missing-content.ts';
import { ReceiptRefusal } from '../../../functions/domain/money/receipts/refusal.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { feeReceipt } from '../../../schemas/money/receipt.ts';
import { BODY, earlier, LINES, paying, receiptWith } from '../../support/money-receipts/receipts.ts';

const said = (changed: Parameters<typeof receiptWith>[0]) =>
  faultsOfReceipt(receiptWith(changed)).map(({ words }) => words.en);
const [fee, charge] = LINES;

describe('a receipt', () => {
  test('that is right has no fault', () => {
    expect(faultsOfReceipt(receiptWith())).toEqual([]);
    expect(() => demandRight(receiptWith())).not.toThrow();
  });

  test.each([
    [{ total: 124_999 }, 'the total of 124999 đồng is not the sum of the lines, 125000 đồng'],
    [
      { lines: [{ ...fee, paid: 50_001 }, charge], total: 125_001 },
      'line 1: what was paid, 50001 đồng, is not',
    ],
    [{ lines: [{ ...fee, relief: 100_001 }, charge] }, 'line 1: the relief is more than the full amount'],
    [{ lines: [{ ...fee, ground: null }, charge] }, 'line 1: a relief without its legal ground'],
    [{ lines: [fee, { ...charge, ground: 'Điều 1' }] }, 'line 2: a legal ground without a relief'],
    [{ serial: '25TAA' }, 'the serial 25TAA is not of the year of collection, 2026'],
    [{ collectedAt: '2026-12-31T17:00:00Z' }, 'the serial 26TAA is not of the year of collection, 2027'],
  ])('is refused with what is wrong in it: %j', (changed, words) => {
    expect(said(changed as never)).toEqual([expect.stringContaining(words)]);
  });

  test('says everything that is wrong at once', () => {
    const wrong = receiptWith({
      serial: '27TAA',
      total: 1,
      lines: [{ ...fee, ground: null } as never, charge as never],
    });
    try {
      demandRight(wrong);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ReceiptRefusal);
      expect((error as ReceiptRefusal).faults.map(({ code }) => code)).toEqual([
        'amounts-wrong',
        'amounts-wrong',
        'serial-of-other-year',
      ]);
    }
  });

  test('replaces or adjusts only an earlier one', () => {
    const kind = (of: ReturnType<typeof earlier>) =>
      ({ kind: { kind: 'replacement', of, reason: 'Sai tên' } }) as const;
    expect(said(kind(earlier(11)))).toEqual([]);
    expect(said(kind({ ...earlier(5000, '2025-01-31'), serial: '25TAA' } as never))).toEqual([]);
    for (const of of [earlier(12), earlier(13), earlier(11, '2026-07-06'), earlier(11, '2025-07-05')])
      expect(said(kind(of))).toEqual([expect.stringContaining('must be an earlier one')]);
  });

  test('has an amount if it adjusts amounts, and none if it adjusts what is said', () => {
    const kind = (change: 'increase' | 'information') =>
      ({ kind: { kind: 'adjustment', of: earlier(11), reason: 'Thu thiếu', change } }) as const;
    expect(said(kind('increase'))).toEqual([]);
    expect(said({ ...kind('information'), ...paying(0) })).toEqual([]);
    expect(said({ ...kind('increase'), ...paying(0) })).toHaveLength(1);
    expect(said(kind('information'))).toHaveLength(1);
  });

  test('is refused exactly where its amounts do not add up', () => {
    const amount = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (full, relief, paid, total) => {
        const receipt = receiptWith({
          lines: [{ ...LINES[0], full, relief, paid, ground: relief > 0 ? 'Điều 1' : null } as never],
          total,
        });
        const right = full - relief === paid && total === paid;
        expect(faultsOfReceipt(receipt).length === 0).toBe(right);
      }),
    );
  });

  test.each([
    [{ lines: [] }],
    [{ total: 1.5 }],
    [{ total: -1 }],
    [{ body: { ...BODY, taxCode: '0100109107' } }],
    [{ body: { ...BODY, name: ' ' } }],
    [{ payer: { name: '', taxCode: null } }],
    [{ dossier: 'H44' }],
    [{ method: 'cheque' }],
    [{ collectedAt: '2026-07-05' }],
    [{ kind: { kind: 'replacement', of: earlier(1) } }],
    [{ owner: '025090000001' }],
  ])('is not read with %j', changed => {
    expect(feeReceipt.safeParse({ ...receiptWith(), ...changed }).success).toBe(false);
  });
});

describe('the content that the law demands', () => {
  test('is all there in a receipt', () => {
    expect(missingContent(receiptWith(), '2026-07-05')).toEqual([]);
  });

  test('is named, each item that is missing', () => {
    expect(missingContent({}, '2026-07-05').map(({ words }) => words.vi)).toEqual([
      'biên lai thiếu ký hiệu mẫu biên lai',
      'biên lai thiếu ký hiệu biên lai',
      'biên lai thiếu số biên lai',
      'biên lai thiếu tên cơ quan thu',
      'biên lai thiếu mã số thuế của cơ quan thu',
      'biên lai thiếu tên loại phí, lệ phí',
      'biên lai thiếu số tiền',
      'biên lai thiếu ngày lập biên lai',
    ]);
    const draft = { ...receiptWith(), body: { name: ' ', taxCode: null }, total: toDong(0) };
    expect(missingContent(draft, '2026-07-05').map(({ words }) => words.en)).toEqual([
      'the receipt lacks: name of the collecting body',
      'the receipt lacks: tax code of the collecting body',
    ]);
  });

  test('is not known before the decree', () => {
    expect(() => missingContent({}, '2026-06-30')).toThrow('receipts.json');
  });
});
