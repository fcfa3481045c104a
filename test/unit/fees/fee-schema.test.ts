import { describe, expect, test } from 'vitest';
import { amountToPay, isRightAmount, owesFromStart } from '../../../functions/domain/dossier/fee.ts';
import { unclearOf } from '../../../functions/domain/fees/unclear.ts';
import { type Fee, fee } from '../../../schemas/catalogue/fee.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { feeRelief, feeReliefs } from '../../../schemas/money/fee-relief.ts';
import { readBy } from '../../../schemas/wording/field-faults.ts';
import { law, table } from './samples.ts';

const line = { code: 'form', name: 'Lệ phí tờ khai', sort: 'charge', amount: 5000 };
const faultsOf = (lines: readonly object[]) => {
  const read = readBy(fee, { kind: 'table', lines });
  return 'faults' in read ? read.faults.map(({ pointer }) => pointer) : [];
};

describe('a table of fees', () => {
  test('is read as it was written', () => {
    expect(fee.parse(table)).toEqual(table);
  });

  test('has lines with codes of their own and one price each', () => {
    expect(faultsOf([line, line])).toEqual(['/lines/1/code']);
    expect(faultsOf([{ ...line, perUnit: { amount: 1, unit: 'page' } }])).toEqual(['/lines/0/amount']);
    expect(faultsOf([{ code: 'form', name: 'Lệ phí', sort: 'fee' }])).toEqual(['/lines/0/amount']);
    expect(faultsOf([{ ...line, code: 'Lệ phí' }])).toEqual(['/lines/0/code']);
    expect(faultsOf([{ ...line, amount: 12.5 }])).toEqual(['/lines/0/amount']);
    expect(faultsOf([])).toEqual(['/lines']);
  });

  test('has one condition for a case', () => {
    const first = { ...line, case: { id: 'first', condition: 'Cấp lần đầu' } };
    const second = { ...line, code: 'second', case: { id: 'first', condition: 'Cấp lại' } };
    expect(faultsOf([first, second])).toEqual(['/lines/1/case/condition']);
    expect(faultsOf([first, { ...second, case: first.case }])).toEqual([]);
  });

  test('is owed from the start, and known beforehand where nothing is chosen or counted', () => {
    const fixed = fee.parse({ kind: 'table', lines: [line, { ...line, code: 'card', amount: 7000 }] });
    const nothing = fee.parse({ kind: 'table', lines: [{ ...line, amount: 0 }] });
    expect([fixed, table, nothing].map(amountToPay)).toEqual([12_000, null, 0]);
    expect([fixed, table, nothing].map(owesFromStart)).toEqual([true, true, false]);
    expect(isRightAmount(fixed, 12_000)).toBe(true);
    expect(isRightAmount(fixed, 5000)).toBe(false);
    expect(isRightAmount(table, 5000)).toBe(false);
  });
});

describe('a fee that is unclear', () => {
  const unclear = { vi: 'Có 2 mức thu.', en: 'Two amounts.' };
  const unknown: Fee = { kind: 'unclear', unclear };

  test('says so, whatever is known of it, and a clear one does not', () => {
    expect(unclearOf(unknown)).toEqual(unclear);
    expect(unclearOf({ kind: 'flat', amount: toDong(5000), unclear })).toEqual(unclear);
    expect([null, { kind: 'free' } as const, table].map(unclearOf)).toEqual(Array(3).fill(undefined));
  });

  test('is owed only once reception has said how much', () => {
    expect([amountToPay(unknown), owesFromStart(unknown)]).toEqual([null, false]);
    expect([isRightAmount(unknown, 0), isRightAmount(unknown, 30_000)]).toEqual([true, true]);
  });
});

describe('a relief of the law', () => {
  const [relief] = law.reliefs;
  const wrong = (change: object) => !feeRelief.safeParse({ ...relief, ...change }).success;

  test('has a scope, bounds and dates that can be', () => {
    expect(feeReliefs.safeParse(law).success).toBe(true);
    expect(wrong({})).toBe(false);
    expect(wrong({ scope: {} })).toBe(true);
    expect(wrong({ effect: { kind: 'percent', percent: 50, min: 2, max: 1 } })).toBe(true);
    expect(wrong({ effect: { kind: 'percent', percent: 101 } })).toBe(true);
    expect(wrong({ until: '2026-08-14' })).toBe(true);
  });

  test('says what is missing where a council sets it, and asks for evidence that there is', () => {
    expect(wrong({ setBy: 'province' })).toBe(true);
    const asking = (evidence: string[]) => ({ ...law, reliefs: [{ ...relief, evidence }] });
    expect(feeReliefs.safeParse(asking(['stamp'])).success).toBe(false);
    expect(feeReliefs.safeParse({ ...law, reliefs: [relief, relief] }).success).toBe(false);
  });
});
