import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depositPayment } from '../../../functions/domain/money/deposits/deposit-money.ts';
import { dueOf, isUndeposited } from '../../../functions/domain/money/deposits/due-of.ts';
import { newDeposit, type PaidIn } from '../../../functions/domain/money/deposits/new-deposit.ts';
import { closedDrawer } from '../../../functions/domain/money/drawers/closing.ts';
import { takingsOf } from '../../../functions/domain/money/drawers/takings.ts';
import { accountsOf } from '../../../functions/domain/money/transfers/accounts.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { moneyKeys } from '../../../functions/records/keys/money-keys.ts';
import { keptDeposits } from '../../../functions/records/money/deposit-store.ts';
import { placed } from '../../../functions/records/money/drawer-store.ts';
import { transferWrites } from '../../../functions/records/money/transfer-items.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import type { CashDrawer } from '../../../schemas/money/drawer.ts';
import type { Transfer } from '../../../schemas/money/transfer.ts';
import { booksOf } from '../../support/money-books.ts';
import { itemsOfTwin, unregistered } from '../../support/stored-items.ts';
import { ACCOUNT, openMoneyOffice, statementOf } from '../money-settling/money-office.ts';

const UNIT = 'H44.101';
const CHANGE = 50_000;
const NOW = Date.parse('2026-11-24T09:00:00+07:00');
const { cash, claims, treasury } = accountsOf(UNIT);
const inTransit = accountsOf(UNIT).transit('deposit');

const drawerOf = (nth: number): CashDrawer => ({
  id: `dr_${String(nth).padStart(26, '0')}`,
  unit: UNIT,
  officer: `thu${nth}.h44-101`,
  openedAt: '2026-11-23T07:30:00+07:00',
  openedWith: toDong(CHANGE),
  closing: null,
  deposit: null,
  version: 1,
});

const taken = (drawer: CashDrawer, amount: number): Transfer => ({
  ...{ id: `H44.101-261123-0001/2/${drawer.id}`, at: '2026-11-23T08:00:00+07:00', kind: 'received' },
  ...{ phase: 'posted', from: claims, to: cash, amount: toDong(amount), unit: UNIT, dossier: null },
  by: drawer.officer,
});

const closed = (drawer: CashDrawer, transfers: readonly Transfer[], counted: number) =>
  closedDrawer(drawer, takingsOf(drawer, transfers), {
    ...{ by: drawer.officer, now: Date.parse('2026-11-23T17:00:00+07:00') },
    ...{ counted: toDong(counted), note: 'Kiểm đếm' },
  });

const paidIn = (amount: number, own: Partial<PaidIn> = {}): PaidIn => ({
  ...{ id: 'dp_00000000000000000000000001', unit: UNIT, amount: toDong(amount), slip: 'GNT00000001' },
  ...{ account: ACCOUNT, paidInOn: '2026-11-23', reason: undefined, by: 'thu1.h44-101', now: NOW },
  ...own,
});

const refusal = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return error instanceof ProblemError ? error.code : error;
  }
};

describe('a deposit', () => {
  const open = drawerOf(1);
  const counted = closed(open, [taken(open, 20_000)], CHANGE + 20_000);

  it('is what was counted, less the change; the rest needs a reason', () => {
    expect(dueOf(open)).toBe(0);
    expect(newDeposit([counted], paidIn(20_000))).toMatchObject({ due: 20_000, difference: 0, reason: null });
    expect(refusal(() => newDeposit([counted], paidIn(19_000)))).toBe('request-invalid');
    expect(newDeposit([counted], paidIn(19_000, { reason: 'Rách' }))).toMatchObject({ difference: -1000 });
    expect(isUndeposited(closed(open, [], CHANGE - 1000))).toBe(false);
  });

  it('is refused of an open drawer, twice, and of a day to come or before it was counted', () => {
    expect(refusal(() => newDeposit([counted, open], paidIn(20_000)))).toBe('state-conflict');
    const deposit = { id: paidIn(1).id, slip: 'A', paidInOn: '2026-11-23', by: 'a' };
    expect(refusal(() => newDeposit([{ ...counted, deposit }], paidIn(20_000)))).toBe('state-conflict');
    for (const paidInOn of ['2026-11-22', '2026-11-25'])
      expect(refusal(() => newDeposit([counted], paidIn(20_000, { paidInOn })))).toBe('request-invalid');
  });
});

const shift = fc.record({
  takenIn: fc.integer({ min: 0, max: 90_000 }),
  out: fc.constantFrom(-1000, 0, 0, 0, 1000),
  in: fc.constantFrom('kept', 'first', 'second'),
});

describe('the books, with deposits', () => {
  it('add up to nothing; cash is what was not paid in, and settles once', async () => {
    const always = fc.asyncProperty(
      fc.array(shift, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (shifts, shown) => {
        const office = openMoneyOffice();
        const items = memoryItems(office.records);
        const store = keptDeposits(items);
        const drawers: CashDrawer[] = [];
        for (const [nth, { takenIn, out }] of shifts.entries()) {
          const open = drawerOf(nth);
          const transfers = takenIn > 0 ? [taken(open, takenIn)] : [];
          const drawer = closed(open, transfers, CHANGE + Math.max(takenIn + out, 0));
          drawers.push(drawer);
          const key = moneyKeys.drawer(UNIT, drawer.id);
          await items.transact([
            { refusal: 'version', key, change: { put: { ...placed(drawer) } } },
            ...transferWrites(transfers),
          ]);
        }
        const slips = ['first', 'second'].flatMap((name, nth) => {
          const of = drawers.filter((_, place) => shifts[place]?.in === name);
          const due = of.reduce((sum, drawer) => sum + dueOf(drawer), 0);
          const own = { id: `dp_${String(nth).padStart(26, '0')}`, slip: `GNT0000000${nth}` };
          return due > 0 ? [{ of, deposit: newDeposit(of, paidIn(due, own)) }] : [];
        });
        for (const { of, deposit } of slips) {
          expect(await store.keep(deposit, of)).toBe(true);
          expect(await store.keep(deposit, of)).toBe(false);
          const other = { ...deposit, id: `dp_${'9'.repeat(26)}`, slip: 'GNT00000009' };
          expect(await store.keep(other, of)).toBe(false);
        }
        const [total, paid] = [
          shifts.reduce((sum, { takenIn }) => sum + takenIn, 0),
          slips.reduce((sum, { deposit }) => sum + deposit.amount, 0),
        ];
        const balance = (account: typeof cash | typeof inTransit) => {
          const { balances, sum } = booksOf(itemsOfTwin(office.records));
          expect(sum).toBe(0);
          return balances.get(account) ?? 0;
        };
        expect([balance(cash), balance(inTransit)]).toEqual([total - paid, paid]);
        const waiting = await store.undeposited(UNIT, 100);
        const left = drawers.filter(
          drawer => isUndeposited(drawer) && !slips.some(({ of }) => of.includes(drawer)),
        );
        expect(waiting.map(({ id }) => id)).toEqual(left.map(({ id }) => id));
        const rows = slips.map(({ deposit: { slip, amount } }, nth) => ({
          ...{ reference: `KB${nth}`, amount: Number(amount), purpose: `Nop tien mat ${slip}` },
        }));
        if (shown) {
          const text = statementOf('24/11/2026', rows);
          for (let times = 0; times < 2; times++)
            expect((await office.load(text, NOW)).settled).toEqual({ count: rows.length, amount: paid });
        }
        expect([balance(inTransit), balance(treasury)]).toEqual(shown ? [0, paid] : [paid, 0]);
        expect(unregistered(itemsOfTwin(office.records))).toEqual([]);
      },
    );
    await fc.assert(always, { numRuns: 40 });
  }, 60_000);

  it('a deposit waits for the treasury as money of its day', () => {
    const open = drawerOf(1);
    const deposit = newDeposit([closed(open, [], CHANGE + 7000)], paidIn(7000));
    expect(depositPayment(deposit)).toMatchObject({
      ...{ gateway: 'deposit', transaction: `${ACCOUNT}/GNT00000001`, paidAt: '2026-11-23T00:00:00+07:00' },
    });
  });
});
