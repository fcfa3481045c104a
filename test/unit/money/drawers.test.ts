import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedDrawer } from '../../../functions/domain/money/drawers/closing.ts';
import { takingsOf } from '../../../functions/domain/money/drawers/takings.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { type CashDrawer, cashDrawer } from '../../../schemas/money/drawer.ts';
import type { Transfer } from '../../../schemas/money/transfer.ts';

const UNIT = 'H44.101';
const drawer: CashDrawer = {
  id: 'dr_00000000000000000000000000',
  unit: UNIT,
  officer: 'thu.h44-101',
  openedAt: '2026-11-26T07:30:00+07:00',
  openedWith: toDong(100_000),
  closing: null,
  deposit: null,
  version: 1,
};
const NOW = Date.parse('2026-11-26T17:00:00+07:00');

const into = (amount: number, own: Partial<Transfer> = {}): Transfer => ({
  id: `H44.101-261126-0001/2/${amount}`,
  at: '2026-11-26T08:00:00+07:00',
  kind: 'received',
  phase: 'posted',
  from: `claims:${UNIT}`,
  to: `cash:${UNIT}`,
  amount: toDong(amount),
  unit: UNIT,
  dossier: 'H44.101-261126-0001',
  by: drawer.officer,
  ...own,
});
const outOf = (amount: number, own: Partial<Transfer> = {}) =>
  into(amount, { kind: 'refundPaid', from: `cash:${UNIT}`, to: `refunds:${UNIT}`, ...own });

const close = (transfers: readonly Transfer[], counted: number, note?: string) =>
  closedDrawer(drawer, takingsOf(drawer, transfers), {
    by: drawer.officer,
    now: NOW,
    counted: toDong(counted),
    note,
  });

describe('a cash drawer', () => {
  it('holds what its officer took and paid out after it was opened', () => {
    const takings = takingsOf(drawer, [
      into(20_000, { at: '2026-11-26T09:00:00+07:00' }),
      into(15_000),
      outOf(5000, { at: '2026-11-26T10:00:00+07:00' }),
      into(1, { by: 'khac.h44-101' }),
      into(2, { by: null }),
      into(3, { at: '2026-11-26T07:30:00+07:00' }),
      into(4, { at: '2026-11-25T08:00:00+07:00' }),
      into(5, { phase: 'pending' }),
      outOf(6, { kind: 'deposited', to: `transit:deposit:${UNIT}` }),
    ]);
    expect(takings).toMatchObject({ takenIn: 35_000, paidOut: 5000, expected: 130_000 });
    expect(takings.moves.map(({ amount }) => amount)).toEqual([15_000, 20_000, -5000]);
  });

  it('is closed by an exact count, or with a note on the difference', () => {
    expect(close([into(15_000)], 115_000)).toMatchObject({
      closing: { expected: 115_000, counted: 115_000, difference: 0, note: null },
      version: 2,
    });
    expect(close([into(15_000)], 120_000, 'Khách để lại').closing).toMatchObject({ difference: 5000 });
    for (const counted of [114_999, 115_001]) {
      const refused = (() => {
        try {
          return close([into(15_000)], counted);
        } catch (error) {
          return error;
        }
      })();
      expect(refused).toBeInstanceOf(ProblemError);
      expect((refused as ProblemError).code).toBe('request-invalid');
    }
  });

  it('never changes once it is closed', () => {
    const closed = close([], 100_000);
    const again = () =>
      closedDrawer(closed, takingsOf(closed, []), {
        by: drawer.officer,
        now: NOW,
        counted: toDong(1),
        note: 'Đếm lại',
      });
    expect(again).toThrow(ProblemError);
  });

  it('is out by what was counted less what should be there, whatever moved', () => {
    const amounts = fc.array(fc.integer({ min: -50_000, max: 50_000 }), { maxLength: 30 });
    const always = fc.property(amounts, fc.integer({ min: 0, max: 1_000_000 }), (moved, counted) => {
      const transfers = moved
        .filter(amount => amount !== 0)
        .map(amount => (amount > 0 ? into(amount) : outOf(-amount)));
      const closed = close(transfers, counted, 'Kiểm đếm');
      const sum = moved.reduce((total, amount) => total + amount, 100_000);
      expect(closed.closing).toMatchObject({ expected: sum, difference: counted - sum });
      expect(cashDrawer.parse(closed)).toEqual(closed);
    });
    fc.assert(always);
  });
});
