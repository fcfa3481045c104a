import { describe, expect, test } from 'vitest';
import { type Caller, devCaller } from '../../support/api-caller.ts';
import { PAID_BEFORE } from './test-procedures.ts';
import { accepted, decided, expectRefusal, OTHER_UNIT, submitted, UNIT, type World } from './world.ts';

const FEE = 15_000;
const params = { code: UNIT };

/** A dossier whose fee an officer of the counter took in cash. */
export async function paid(world: World, cashier = world.reception): Promise<string> {
  const { code } = await accepted(world, { procedure: PAID_BEFORE });
  const { tasks } = (await world.owner.call('getDossier', { params: { code } })).body;
  await decided(cashier, tasks[0].id, { decision: 'recordPayment', amount: FEE, method: 'cash' });
  return code;
}

const order = (own: object = {}) => ({
  amount: FEE,
  of: 'received',
  believed: FEE,
  reason: 'Thu nhầm',
  ...own,
});

/** A refund that reception asked for. */
export async function askedBack(world: World): Promise<{ code: string; refund: string }> {
  const code = await paid(world);
  const answer = await world.reception.call('requestRefund', { params: { code }, body: order() });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return { code, refund: answer.body.refunds[0].id };
}

/** One that a leader approved. */
export async function approvedBack(world: World): Promise<{ code: string; refund: string }> {
  const refund = await askedBack(world);
  const approved = await world.leader.call('decideRefund', { params: refund, body: { approved: true } });
  expect(approved.status, JSON.stringify(approved.body)).toBe(200);
  return refund;
}

let cashiers = 0;

/** An officer of reception whom nobody met before. */
export function freshCashier(world: World): Promise<Caller> {
  cashiers += 1;
  const id = `ketthu${cashiers}.h44-101`;
  return devCaller(world, id, { kind: 'officer', id, unit: UNIT, roles: ['reception'] });
}

/** A drawer that they opened, as parameters of a path. */
export async function openedDrawer(cashier: Caller): Promise<{ code: string; id: string }> {
  const { status, body } = await cashier.call('openDrawer', { params, body: { openedWith: 200_000 } });
  expect(status, JSON.stringify(body)).toBe(201);
  return { ...params, id: body.id };
}

/** The id of a drawer of reception’s that is closed; another one of theirs is open after it. */
export async function closedBefore({ reception }: World): Promise<string> {
  const { open } = (await reception.call('listDrawers', { params })).body;
  const drawer = open ? { ...params, id: open.drawer.id } : await openedDrawer(reception);
  const closed = await reception.call('closeDrawer', {
    params: drawer,
    body: { counted: 0, note: 'Nộp về quỹ cuối ca' },
  });
  expect(closed.status, JSON.stringify(closed.body)).toBe(200);
  await openedDrawer(reception);
  return drawer.id;
}

const later = ({ clock }: World) => clock.advanceTo(clock.now() + 1000);

/** Money at the counter: what goes back, what is in the drawers, and what the accounts of the unit add up to. */
export function money(open: () => World): void {
  describe('the money of a dossier', () => {
    test('goes back: asked by one, approved by another, paid out at the counter, told to its owner', async () => {
      const world = open();
      const { reception, leader, owner } = world;
      const refund = await askedBack(world);
      const of = { params: refund };
      const shown = async () => (await owner.call('listPayments', { params: { code: refund.code } })).body;
      expect(await shown()).toMatchObject({
        money: 'refunding',
        refundable: { held: 0, received: 0 },
        refunds: [{ id: refund.refund, amount: FEE, of: 'received', state: 'asked', reason: 'Thu nhầm' }],
      });
      const cash = { means: 'cash', document: 'PC 01' };
      expectRefusal(await reception.call('payRefund', { ...of, body: cash }), 409, 'state-conflict');
      const approved = await leader.call('decideRefund', { ...of, body: { approved: true } });
      expect(approved.body).toMatchObject({ money: 'refunding', owedBack: FEE, received: 0, owed: 0 });
      const again = { ...of, body: { approved: true } };
      expectRefusal(await leader.call('decideRefund', again), 409, 'state-conflict');
      expectRefusal(await leader.call('payRefund', { ...of, body: cash }), 403, 'forbidden');
      const gone = await reception.call('payRefund', { ...of, body: cash });
      expect(gone.body).toMatchObject({ money: 'refunded', owedBack: 0, refunded: FEE, refunds: [] });
      expectRefusal(await reception.call('payRefund', { ...of, body: cash }), 404, 'not-found');
      expect(await shown()).toMatchObject({
        money: 'refunded',
        payments: [{ amount: FEE, applied: FEE, method: 'cash', gateway: null }],
        requests: [],
        refunds: [{ state: 'paid', means: 'cash', document: 'PC 01' }],
      });
    });

    test('goes back once: a stale belief is refused, and what was refused may be asked for again', async () => {
      const world = open();
      const { handler, leader } = world;
      const code = await paid(world);
      const ask = (own: object = {}) => handler.call('requestRefund', { params: { code }, body: order(own) });
      expectRefusal(await ask({ of: 'held' }), 409, 'refund-stale');
      expectRefusal(await ask({ amount: FEE + 1 }), 409, 'refund-stale');
      expectRefusal(await ask({ amount: 0 }), 409, 'refund-stale');
      const first = (await ask({ amount: 5000 })).body;
      const stale = await ask({ amount: 5000 });
      expectRefusal(stale, 409, 'refund-stale');
      expect(stale.body.refundable).toBe(FEE - 5000);
      const of = { params: { code, refund: first.refunds[0].id } };
      const silent = { ...of, body: { approved: false } };
      expectRefusal(await leader.call('decideRefund', silent), 422, 'request-invalid');
      const refused = await leader.call('decideRefund', {
        ...of,
        body: { approved: false, reason: 'Thu đúng mức lệ phí' },
      });
      expect(refused.body).toMatchObject({ money: 'paid', refundable: { received: FEE }, refunds: [] });
      expect((await ask({ amount: 5000 })).status).toBe(200);
      const unknown = { params: { code, refund: 'r999' }, body: { approved: true } };
      expectRefusal(await leader.call('decideRefund', unknown), 404, 'not-found');
      const odd = { params: { code, refund: 'x' }, body: { approved: true } };
      expectRefusal(await leader.call('decideRefund', odd), 400, 'parameter-invalid');
    });

    test('a refund is not decided by who asked for it, in whichever role', async () => {
      const world = open();
      const id = 'motminh.hoantra';
      const roles = ['handler', 'leader'];
      const alone = await devCaller(world, id, { kind: 'officer', id, unit: UNIT, roles });
      const code = await paid(world);
      const asked = await alone.call('requestRefund', { params: { code }, body: order() });
      const of = { params: { code, refund: asked.body.refunds[0].id }, body: { approved: true } };
      expectRefusal(await alone.call('decideRefund', of), 403, 'four-eyes');
      expect((await world.leader.call('decideRefund', of)).status).toBe(200);
      const sent = { params: of.params, body: { means: 'transfer', document: 'UNC 1' } };
      expect((await world.leader.call('payRefund', sent)).body).toMatchObject({ money: 'refunded' });
    });

    test('of a dossier that costs nothing, and of a withdrawn one, is told as well', async () => {
      const world = open();
      const free = await submitted(world.owner);
      const shown = async (code: string) =>
        (await world.owner.call('listPayments', { params: { code } })).body;
      expect(await shown(free)).toMatchObject({ money: 'none', owed: 0, payments: [], refunds: [] });
      const code = await paid(world);
      await world.owner.call('withdrawDossier', { params: { code }, body: {} });
      expect(await shown(code)).toMatchObject({ owed: 0, payments: [{ amount: FEE }] });
    });
  });

  describe('cash drawers', () => {
    test('hold what their officer took and paid out, and close with what was counted', async () => {
      const world = open();
      const cashier = await freshCashier(world);
      const drawer = await openedDrawer(cashier);
      const again = await cashier.call('openDrawer', { params, body: { openedWith: 0 } });
      expectRefusal(again, 409, 'state-conflict');
      await later(world);
      const code = await paid(world, cashier);
      // What somebody else takes is not in it.
      await paid(world);
      const held = async () => (await cashier.call('listDrawers', { params })).body.open;
      expect(await held()).toMatchObject({
        drawer: { id: drawer.id, closing: null, takings: { takenIn: FEE, paidOut: 0, expected: 215_000 } },
        moves: [{ dossier: code, kind: 'received', amount: FEE }],
      });
      const asked = await cashier.call('requestRefund', {
        params: { code },
        body: order({ amount: 5000 }),
      });
      const refund = { code, refund: asked.body.refunds[0].id };
      await world.leader.call('decideRefund', { params: refund, body: { approved: true } });
      await cashier.call('payRefund', { params: refund, body: { means: 'cash', document: 'PC 2' } });
      expect(await held()).toMatchObject({ drawer: { takings: { paidOut: 5000, expected: 210_000 } } });

      const count = (counted: number, note?: string) =>
        cashier.call('closeDrawer', {
          params: drawer,
          body: { counted, ...(note !== undefined && { note }) },
        });
      const short = await count(209_000);
      expectRefusal(short, 422, 'request-invalid');
      expect(short.body.errors).toMatchObject([{ pointer: '/note' }]);
      const other = await freshCashier(world);
      const strange = await other.call('closeDrawer', { params: drawer, body: { counted: 210_000 } });
      expectRefusal(strange, 404, 'not-found');
      const closed = await count(209_000, 'Thiếu 1.000 đồng, đã trả nhầm tiền thừa');
      expect(closed.body).toMatchObject({
        closing: { by: cashier.name, expected: 210_000, counted: 209_000, difference: -1000 },
        version: 2,
      });
      expectRefusal(await count(210_000), 409, 'state-conflict');
      // The next one begins with what is put in.
      const next = await openedDrawer(cashier);
      expect(await held()).toMatchObject({ drawer: { id: next.id, takings: { expected: 200_000 } } });
      expect((await count(210_000)).code).toBe('state-conflict');

      const seen = async (by: Caller) =>
        (await by.call('listDrawers', { params, query: { limit: '100' } })).body.items.map(
          (each: { id: string }) => each.id,
        );
      expect(await seen(cashier)).toEqual([next.id, drawer.id]);
      expect(await seen(other)).toEqual([]);
      expect(await seen(world.leader)).toEqual(expect.arrayContaining([next.id, drawer.id]));
      // A leader closes what somebody left open.
      const left = await world.leader.call('closeDrawer', { params: next, body: { counted: 200_000 } });
      expect(left.body).toMatchObject({ officer: cashier.name, closing: { by: 'lanhdao.h44-101' } });
      expect((await cashier.call('listDrawers', { params })).body.open).toBeNull();
      for (const [query, refusal] of [
        [{ limit: 'x' }, 'parameter-invalid'],
        [{ cursor: 'x' }, 'cursor-invalid'],
      ] as const)
        expectRefusal(await cashier.call('listDrawers', { params, query }), 400, refusal);
    });
  });

  describe('the accounts of a unit', () => {
    test('add up to nothing, and show what is asked for', async () => {
      const world = open();
      const { leader, clock } = world;
      const of = async () => (await leader.call('getUnitMoney', { params })).body;
      const sumOf = (body: Awaited<ReturnType<typeof of>>, account: string) =>
        body.accounts.find((each: { account: string }) => each.account === account) ?? { in: 0, out: 0 };
      const before = await of();
      const { code, refund } = await askedBack(world);
      const after = await of();
      expect(after.balanced).toBe(true);
      const cash = `cash:${UNIT}`;
      expect(sumOf(after, cash).in - sumOf(before, cash).in).toBe(FEE);
      const today = new Date(clock.now() + 7 * 3600_000).toISOString().slice(0, 10);
      expect(sumOf(after, cash).days).toEqual([
        { day: today, in: sumOf(after, cash).in, out: sumOf(after, cash).out },
      ]);
      const waiting = { kind: 'refundAsked', dossier: code, amount: FEE };
      expect(after.pending).toEqual(expect.arrayContaining([expect.objectContaining(waiting)]));
      await leader.call('decideRefund', { params: { code, refund }, body: { approved: true } });
      const { pending, balanced } = await of();
      expect(balanced).toBe(true);
      expect(pending).not.toEqual(expect.arrayContaining([expect.objectContaining(waiting)]));
    });

    test('are shown for a month at most, and of no other unit', async () => {
      const { leader, auditor } = open();
      const ask = (query: Record<string, string>) => leader.call('getUnitMoney', { params, query });
      const month = { from: '2026-11-01', to: '2026-12-01' };
      expect((await ask(month)).body).toMatchObject({ ...month, balanced: true });
      expectRefusal(await ask({ from: '2026-11-01', to: '2026-12-02' }), 422, 'period-too-long');
      expectRefusal(await ask({ from: '2026-11-02', to: '2026-11-01' }), 400, 'parameter-invalid');
      expectRefusal(await ask({ from: 'x' }), 400, 'parameter-invalid');
      const elsewhere = { params: { code: OTHER_UNIT } };
      expectRefusal(await leader.call('getUnitMoney', elsewhere), 404, 'not-found');
      expect((await auditor.call('getUnitMoney', elsewhere)).status).toBe(200);
    });
  });
}
