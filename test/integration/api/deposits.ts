import { describe, expect, test } from 'vitest';
import type { Caller } from '../../support/api-caller.ts';
import { booksOf } from '../../support/money-books.ts';
import { freshCashier, openedDrawer, paid } from './money.ts';
import { collecting } from './receipts.ts';
import { statementText } from './settling.ts';
import { expectRefusal, OTHER_UNIT, UNIT, type World } from './world.ts';

const FEE = 15_000;
const params = { code: UNIT };

let slips = 0;

/** The number of a slip that nobody told of yet. */
export const nextSlip = () => `GNT-2026-${String(++slips).padStart(6, '0')}`;

const todayOf = ({ clock }: World) => new Date(clock.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** A drawer that a cashier closed with a fee and the change that was in it. */
export async function closedWithFee(world: World, by?: Caller) {
  await collecting(world);
  const cashier = by ?? (await freshCashier(world));
  const drawer = await openedDrawer(cashier);
  await world.clock.advanceTo(world.clock.now() + 1000);
  await paid(world, cashier);
  const counted = await cashier.call('closeDrawer', { params: drawer, body: { counted: 200_000 + FEE } });
  expect(counted.status, JSON.stringify(counted.body)).toBe(200);
  return { cashier, drawer: drawer.id, today: todayOf(world) };
}

/** Cash of closed drawers on its way to the treasury. */
export function deposits(open: () => World): void {
  describe('deposits', () => {
    const order = (drawers: readonly string[], own: object = {}) => ({
      ...{ drawers, amount: FEE * drawers.length, slip: nextSlip(), paidInOn: todayOf(open()) },
      ...own,
    });
    const deposit = (by: Caller, body: object) => by.call('depositDrawers', { params, body });
    const listed = async (by: Caller) => (await by.call('listDeposits', { params })).body;
    const waits = async (by: Caller, drawer: string) =>
      (await listed(by)).undeposited.items.find(({ id }: { id: string }) => id === drawer);

    test('cash of two drawers waits, is paid in once, and is settled by the statement that names the slip', async () => {
      const { leader, administrator, auditor } = open();
      const { cashier, drawer, today } = await closedWithFee(open());
      const { drawer: second } = await closedWithFee(open(), cashier);
      expect(await waits(cashier, drawer)).toMatchObject({ counted: 215_000, due: FEE, ageDays: 0 });
      expect(await waits(auditor, second)).toMatchObject({ officer: cashier.name });
      const body = order([drawer, second]);
      const made = await deposit(cashier, body);
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      expect(made.body).toMatchObject({ due: 2 * FEE, amount: 2 * FEE, difference: 0, settledOn: null });
      expect(await waits(leader, drawer)).toBeUndefined();
      const { items } = (await cashier.call('listDrawers', { params })).body;
      expect(items).toMatchObject([
        { id: second, deposit: { slip: body.slip, paidInOn: today } },
        { id: drawer, deposit: { id: made.body.id, by: cashier.name } },
      ]);
      expectRefusal(await deposit(leader, order([drawer])), 409, 'state-conflict');

      const before = (await administrator.call('listUnsettled')).body;
      const { account } = made.body;
      const transaction = `${account}/${body.slip}`;
      expect(before.items).toContainEqual(
        expect.objectContaining({ gateway: 'deposit', transaction, amount: 2 * FEE, dossier: null }),
      );
      const [year, month, date] = today.split('-');
      const rows = [{ reference: 'KB1', amount: 2 * FEE, purpose: `Nop tien mat ${body.slip}` }];
      const text = statementText(account, rows, `${date}/${month}/${year}`);
      const loaded = await administrator.call('loadStatement', { body: { text } });
      expect(loaded.body.settled).toEqual({ count: 1, amount: 2 * FEE });
      const shown = (await listed(cashier)).deposits;
      expect(shown).toMatchObject([{ id: made.body.id, settledOn: today }]);
      expect(booksOf(await open().province.stored()).sum).toBe(0);
    });

    test('another amount needs a reason, and somebody else than whose drawer it is', async () => {
      const { leader } = open();
      const { cashier, drawer } = await closedWithFee(open());
      const silent = await deposit(cashier, order([drawer], { amount: FEE - 1000 }));
      expectRefusal(silent, 422, 'request-invalid');
      expect(silent.body.errors).toMatchObject([{ pointer: '/reason' }]);
      const short = order([drawer], { amount: FEE - 1000, reason: 'Một tờ 1.000 đồng rách' });
      expectRefusal(await deposit(cashier, short), 403, 'four-eyes');
      expect((await deposit(leader, short)).body).toMatchObject({ difference: -1000, by: 'lanhdao.h44-101' });
    });

    test('is refused of an open drawer, a slip that was told of, a wrong day, and others’ drawers', async () => {
      const { clock } = open();
      const { cashier, drawer } = await closedWithFee(open());
      const stillOpen = (await openedDrawer(cashier)).id;
      expectRefusal(await deposit(cashier, order([stillOpen])), 409, 'state-conflict');
      const dated = (days: number) => new Date(clock.now() + days * 86_400_000).toISOString().slice(0, 10);
      for (const paidInOn of [dated(2), dated(-2)]) {
        const refused = await deposit(cashier, order([drawer], { paidInOn }));
        expectRefusal(refused, 422, 'request-invalid');
        expect(refused.body.errors).toMatchObject([{ pointer: '/paidInOn' }]);
      }
      for (const wrong of [{ slip: '' }, { slip: 'số 1' }, { amount: 0 }, { amount: 1.5 }, { drawers: [] }])
        expectRefusal(await deposit(cashier, order([drawer], wrong)), 422, 'request-invalid');
      const other = await closedWithFee(open());
      expectRefusal(await deposit(other.cashier, order([drawer])), 404, 'not-found');
      expectRefusal(await deposit(cashier, order(['dr_00000000000000000000000000'])), 404, 'not-found');
      const body = order([drawer]);
      expect((await deposit(cashier, body)).status).toBe(201);
      const twice = await deposit(other.cashier, order([other.drawer], { slip: body.slip.toLowerCase() }));
      expectRefusal(twice, 409, 'state-conflict');
      const elsewhere = { params: { code: OTHER_UNIT } };
      expectRefusal(await cashier.call('listDeposits', elsewhere), 404, 'not-found');
    });
  });
}
