import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  nextNumber,
  receiptId,
  serialOf,
  writtenNumber,
  yearOfSerial,
} from '../../../functions/domain/money/receipts/numbering.ts';
import { receiptName, receiptSerial } from '../../../schemas/money/receipt-name.ts';

describe('a serial', () => {
  test('is the year, T and two letters', () => {
    expect(serialOf(2026, 'AA')).toBe('26TAA');
    expect(serialOf(2105 - 100, 'XY')).toBe('05TXY');
    expect(yearOfSerial('26TAA')).toBe(2026);
  });

  test.each([
    [2026, 'A'],
    [2026, 'aa'],
    [2026, 'AF'],
    [2026, 'WA'],
    [2026, 'AAA'],
    [1999, 'AA'],
    [2100, 'AA'],
    [2026.5, 'AA'],
  ])('of %s and %s is refused', (year, letters) => {
    expect(() => serialOf(year, letters)).toThrow(RangeError);
  });

  test.each(['26TAA', '30TYX'])('%s is read', text => {
    expect(receiptSerial.safeParse(text).success).toBe(true);
  });
  test.each(['26AAA', '26TIO', '2026TAA', '26T1A', '26TAA ', ''])('“%s” is refused', text => {
    expect(receiptSerial.safeParse(text).success).toBe(false);
  });
});

describe('numbers', () => {
  test('begin at 1, follow one another, and begin anew with the year', () => {
    expect(nextNumber(null, 2026)).toBe(1);
    expect(nextNumber({ year: 2026, number: 1 }, 2026)).toBe(2);
    expect(nextNumber({ year: 2026, number: 99_999_998 }, 2026)).toBe(99_999_999);
    expect(nextNumber({ year: 2026, number: 99_999_999 }, 2027)).toBe(1);
  });

  test('do not go on when they are used up, and not in a year that is over', () => {
    expect(() => nextNumber({ year: 2026, number: 99_999_999 }, 2026)).toThrow('all 99999999 numbers');
    expect(() => nextNumber({ year: 2027, number: 3 }, 2026)).toThrow('receipts of 2027 have been made');
  });

  test('are written with eight digits, which keep their order', () => {
    expect(writtenNumber(12)).toBe('00000012');
    expect(writtenNumber(99_999_999)).toBe('99999999');
    const numbers = fc.integer({ min: 1, max: 99_999_999 });
    fc.assert(fc.property(numbers, numbers, (a, b) => a < b === writtenNumber(a) < writtenNumber(b)));
  });

  test('name a receipt together with its form and serial', () => {
    expect(receiptId({ form: 'EBL02', serial: '26TAA', number: 7 })).toBe('EBL02-26TAA-00000007');
    for (const number of [0, 100_000_000, 1.5, '7'])
      expect(receiptName.safeParse({ form: 'EBL01', serial: '26TAA', number }).success).toBe(false);
    expect(receiptName.safeParse({ form: 'EBL03', serial: '26TAA', number: 1 }).success).toBe(false);
  });
});
