import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf } from '../../functions/domain/money/account/account-of.ts';
import { purposeOf } from '../../functions/domain/money/bank-transfers/purpose-of.ts';
import { accountsOf } from '../../functions/domain/money/transfers/accounts.ts';
import { pendingOf } from '../../functions/domain/money/transfers/pending.ts';
import { balancesOf } from '../../functions/domain/money/transfers/transfers-of.ts';
import { DAY, HOUR, toRfc3339 } from '../../functions/domain/vietnam-time.ts';
import { askPayments } from '../../functions/features/payments/ask-payments.ts';
import { confirmPayment, type Incoming } from '../../functions/features/payments/confirm-payment.ts';
import { newRequest } from '../../functions/records/money/payment-items.ts';
import { toDong } from '../../schemas/money/dong.ts';
import { requestedIn } from '../support/requested.ts';
import { AGENCY, FEE, NOW, openPaymentOffice, UNIT } from './payment-office.ts';

const sum = (amounts: readonly number[]) => amounts.reduce((total, each) => total + each, 0);

const step = fc.record({
  what: fc.constantFrom('open', 'pay', 'tell', 'tell', 'fail', 'transfer', 'ask', 'wait', 'giveBack'),
  dossier: fc.nat(1),
  /** Of the requests so far, which. */
  nth: fc.nat(6),
  amount: fc.constantFrom(FEE, FEE, FEE - 4000, FEE + 5000),
  answer: fc.constantFrom('opened', 'opened', 'opened', 'lost', 'refused'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What gateways took, and what they may tell of, once or again. */
interface World {
  readonly office: Awaited<ReturnType<typeof openPaymentOffice>>;
  readonly notices: Incoming[];
  taken: number;
}

async function play(world: World, { what, dossier, nth, amount, answer }: Step, now: number): Promise<void> {
  const { office, notices } = world;
  const code = office.codes[dossier] ?? '';
  const reference = office.platform.references[nth % Math.max(1, office.platform.references.length)];
  switch (what) {
    case 'open':
      return office.open(code, answer, now);
    case 'pay': {
      if (reference === undefined) return;
      const paid = office.platform.pay(reference, toDong(amount), now);
      if (paid) world.taken += amount;
      if (paid) notices.push(paid);
      return;
    }
    case 'tell': {
      const told = notices[nth % Math.max(1, notices.length)];
      if (told)
        await Promise.all([confirmPayment(office.deps, told, now), confirmPayment(office.deps, told, now)]);
      return;
    }
    case 'fail':
      if (reference !== undefined) office.platform.fail(reference);
      return;
    case 'transfer': {
      const purpose = nth === 0 ? 'nop phi' : (purposeOf(code) ?? null);
      const named = { gateway: 'bank', transaction: `NH${notices.length}`, reference: null } as const;
      const incoming: Incoming = { ...named, amount: toDong(amount), paidAt: toRfc3339(now), purpose };
      world.taken += amount;
      notices.push(incoming);
      await confirmPayment(office.deps, incoming, now);
      return;
    }
    case 'ask':
      await Promise.all([askPayments(office.deps, now), askPayments(office.deps, now)]);
      return;
    case 'giveBack':
      return office.giveBack(code, nth % 2 === 0 ? 'held' : 'received', now);
  }
}

describe('requests for payment, opened, paid, told of and asked about in any order', () => {
  it('add up: each is paid, open, over, or its money went back; and so does the money that came', async () => {
    const always = fc.asyncProperty(fc.array(step, { maxLength: 25 }), async steps => {
      const office = await openPaymentOffice();
      const world: World = { office, notices: [], taken: 0 };
      let now = NOW;
      for (const one of steps) {
        now += one.what === 'wait' ? 13 * HOUR : 60_000;
        await play(world, one, now);
        await adds(world, now);
      }
      // What nobody told of is asked about, and what is beyond that comes with the platform's list.
      for (const later of [0, 1, 2]) await askPayments(office.deps, now + later * 12 * HOUR);
      await adds(world, now);
      for (const notice of world.notices) await confirmPayment(office.deps, notice, now);
      await adds(world, now);
      expect(sum(office.kept().payments.map(({ amount }) => amount))).toBe(world.taken);
      await askPayments(office.deps, now + 5 * DAY);
      expect(await office.deps.payments.toAsk(now + 100 * DAY, 100)).toEqual([]);
    });
    await fc.assert(always, { numRuns: 80 });
  }, 120_000);
});

/** The two sums, at any moment. */
async function adds({ office, notices, taken }: World, now: number): Promise<void> {
  const { transfers, requests, payments } = office.kept();
  const dossiers = await office.dossiers();
  const { asked, paid, open, expired, refunded } = requestedIn(dossiers);
  const of = (kind: string) => sum(transfers.filter(each => each.kind === kind).map(each => each.amount));
  expect(paid + open + expired + refunded, `at ${toRfc3339(now)}`).toBe(asked);
  expect(of('requested')).toBe(asked);
  expect(sum(requests.map(({ amount }) => amount))).toBe(asked);
  expect(of('requested') - of('requestEnded')).toBe(open);
  expect(sum(pendingOf(transfers).map(({ kind, amount }) => (kind === 'requested' ? amount : 0)))).toBe(open);
  const accounts = dossiers.map(({ head }) => accountOf(head));
  const credited = sum(accounts.map(each => each.received + each.owedBack + each.refunded));
  const nobodys = payments.filter(({ state }) => state === 'unassigned').map(({ amount }) => amount);
  const suspense = sum(accounts.map(({ held }) => held)) + sum(nobodys);
  const untold = notices.filter(one => !payments.some(({ transaction }) => transaction === one.transaction));
  expect(credited + suspense + sum(untold.map(({ amount }) => amount))).toBe(taken);
  const balances = balancesOf(transfers);
  const transit = [UNIT, AGENCY].flatMap(unit =>
    (['platform', 'bank'] as const).map(gateway => balances.get(accountsOf(unit).transit(gateway)) ?? 0),
  );
  expect(sum(transit)).toBe(sum(payments.map(({ amount }) => amount)));
  const answered = new Set(
    dossiers.flatMap(({ events }) =>
      events.flatMap(({ data }) => ('reference' in data && data.type === 'paid' ? [data.reference] : [])),
    ),
  );
  for (const { reference, state } of requests)
    if (answered.has(reference)) expect(state, reference).toBe('paid');
}

describe('a request that is paid while the platform is asked about it', () => {
  const reference = 'REF0000000001';
  const paid: Incoming = {
    ...{ gateway: 'platform', transaction: 'GD1', amount: toDong(FEE), paidAt: toRfc3339(NOW) },
    ...{ reference, purpose: null },
  };
  const asked = async () => {
    const office = await openPaymentOffice();
    const times = { openedAt: toRfc3339(NOW), expiresAt: toRfc3339(NOW + HOUR) };
    const request = {
      reference,
      gateway: 'platform',
      dossier: office.codes[0] ?? '',
      amount: toDong(FEE),
    } as const;
    await office.deps.payments.write([
      newRequest({ ...request, ...times, state: 'open', payAt: null, asks: 0 }, toRfc3339(NOW)),
    ]);
    return office;
  };

  it.each(['open', 'paid', 'failed'] as const)('stays paid, whatever is answered: %s', async state => {
    const { deps } = await asked();
    const ask = async () => {
      await confirmPayment(deps, paid, NOW);
      if (state === 'open') return { state };
      if (state === 'failed') return { state, code: '24' };
      return { state, transaction: 'GD1', amount: toDong(FEE), paidAt: toRfc3339(NOW), bank: 'VCB' };
    };
    await askPayments({ ...deps, platform: { ask } as never }, NOW);
    expect(await deps.payments.request(reference)).toMatchObject({ state: 'paid' });
    expect(await deps.payments.toAsk(NOW + 30 * DAY, 10)).toEqual([]);
  });

  it('or between the list and the reading of it, is not asked about', async () => {
    const { deps, items } = await asked();
    const { query } = items;
    items.query = async range => {
      const page = await query(range);
      if (page.items.length > 0) await confirmPayment(deps, paid, NOW);
      return page;
    };
    expect(await deps.payments.toAsk(NOW, 10)).toEqual([]);
    expect(await deps.payments.request(reference)).toMatchObject({ state: 'paid' });
  });
});
