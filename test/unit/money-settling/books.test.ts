import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { unregistered } from '../../support/stored-items.ts';
import { ACCOUNT, AGENCY, NOW, openMoneyOffice, statementOf } from './money-office.ts';

type Office = ReturnType<typeof openMoneyOffice>;

const payments = fc.nat({ max: 5 });
const dossiers = fc.nat({ max: 1 });

const step = fc.oneof(
  fc.record({
    what: fc.constant('tell' as const),
    payment: payments,
    dossier: fc.option(dossiers),
    amount: fc.constantFrom(4000, 10_000),
  }),
  fc.record({
    what: fc.constant('load' as const),
    shown: fc.uniqueArray(payments, { maxLength: 4 }),
    day: fc.nat({ max: 4 }),
    byCode: fc.boolean(),
  }),
  fc.record({ what: fc.constant('assign' as const), payment: payments, dossier: dossiers }),
  fc.record({ what: fc.constant('night' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Does what refuses at most for a reason of its own. */
async function refusable(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    expect(['not-found', 'state-conflict', 'statement-differs']).toContain(error.code);
  }
}

async function take(office: Office, codes: readonly string[], told: Map<number, number>, taken: Step) {
  switch (taken.what) {
    case 'tell': {
      const { payment, dossier, amount } = taken;
      const outcome = await office.tell({
        ...{ gateway: 'bank', transaction: `${ACCOUNT}/FT${payment}00000`, reference: null },
        ...{ amount: toDong(amount), paidAt: '2026-11-23T09:00:00+07:00' },
        purpose: dossier === null ? 'nop phi' : `nop phi ${codes[dossier]}`,
      });
      if (!told.has(payment)) told.set(payment, amount);
      else expect(outcome).toBe(told.get(payment) === amount ? 'known' : 'differs');
      return;
    }
    case 'load': {
      const rows = taken.shown.map(payment => ({
        reference: taken.byCode ? `NH${payment}${taken.day}000` : `FT${payment}00000`,
        amount: told.get(payment) ?? 10_000,
        purpose: taken.byCode ? `nop phi ${codes[payment % 2]}` : 'nop phi',
      }));
      const text = statementOf(`${23 + taken.day}/11/2026`, rows);
      return refusable(async () => {
        const [one, other] = await Promise.all([office.load(text), office.load(text)]);
        expect((await office.load(text)).settled).toEqual(
          one.settled.count > other.settled.count ? one.settled : other.settled,
        );
      });
    }
    case 'assign':
      return refusable(() => office.assign(`${ACCOUNT}/FT${taken.payment}00000`, codes[taken.dossier] ?? ''));
    case 'night':
      await office.night(NOW);
  }
}

test('whatever the order of notices, statements, assignments and nights, the books balance', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async steps => {
      const office = openMoneyOffice();
      const codes = [await office.submit(), await office.submit()];
      const told = new Map<number, number>();
      for (const taken of steps) {
        await take(office, codes, told, taken);
        const { balances, sum, payments: kept } = office.books();
        expect(sum).toBe(0);
        const within = (begins: RegExp) =>
          [...balances].reduce(
            (total, [account, balance]) => total + (begins.test(account) ? balance : 0),
            0,
          );
        const amounts = (state?: string) =>
          kept
            .filter(payment => state === undefined || payment.state === state)
            .reduce((total, { amount }) => total + amount, 0);
        expect(within(/^(transit|treasury|cash):/)).toBe(amounts());
        expect(amounts()).toBe([...told.values()].reduce((total, amount) => total + amount, 0));
        expect(within(/^treasury:/)).toBe(amounts('settled'));
        expect(0 - within(new RegExp(`^suspense:${AGENCY}$`))).toBe(amounts('unassigned'));
      }
      expect(unregistered(office.items())).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);
