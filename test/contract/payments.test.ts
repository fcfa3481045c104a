import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf, owedOf } from '../../functions/domain/money/account/account-of.ts';
import { purposeOf } from '../../functions/domain/money/bank-transfers/purpose-of.ts';
import { accountsOf } from '../../functions/domain/money/transfers/accounts.ts';
import { balancesOf } from '../../functions/domain/money/transfers/transfers-of.ts';
import { HOUR, toRfc3339 } from '../../functions/domain/vietnam-time.ts';
import { askPayments } from '../../functions/features/payments/ask-payments.ts';
import { confirmPayment, type Incoming } from '../../functions/features/payments/confirm-payment.ts';
import type { AskingDeps } from '../../functions/features/payments/deps.ts';
import { memoryItems } from '../../functions/kernel/table/memory-items.ts';
import { type MemoryRecords, memoryRecords } from '../../functions/kernel/table/memory-records.ts';
import { keptDossiers } from '../../functions/records/dossiers/kept-dossiers.ts';
import { newRequest } from '../../functions/records/money/payment-items.ts';
import { keptPayments } from '../../functions/records/money/payment-store.ts';
import { rulesLoader } from '../../functions/records/rules/rules-loader.ts';
import { toDong } from '../../schemas/money/dong.ts';
import { type Transfer, transfer } from '../../schemas/money/transfer.ts';
import { catalogue, organization, workCalendars } from '../support/lifecycle/memory-province.ts';
import { create } from './stores.ts';

const AGENCY = 'H44';
const UNIT = 'H44.101';
/** Costs 10.000 đồng online. */
const PROCEDURE = '1.004222';
const NOW = Date.parse('2026-05-20T08:00:00+07:00');

/** What the gateway knows: every payment that was made, by reference. */
type Known = Map<string, Incoming>;

function openDeps(known: Known): AskingDeps & { readonly records: MemoryRecords } {
  const records = memoryRecords();
  const items = memoryItems(records);
  return {
    records,
    agency: AGENCY,
    dossiers: keptDossiers(items),
    payments: keptPayments(items),
    rules: rulesLoader({ catalogue, organization, workCalendars } as never),
    wake: async () => undefined,
    missed: () => undefined,
    organization,
    platform: {
      open: async () => ({ state: 'opened' as const, payAt: 'https://platform.example.vn/pay/1' }),
      ask: async ({ reference }: { reference: string }) => {
        const paid = known.get(reference);
        if (!paid) return { state: 'open' as const };
        const { transaction, amount, paidAt } = paid;
        return { state: 'paid' as const, transaction, amount, paidAt, bank: 'VCB' };
      },
    } as never,
  };
}

/** Every transfer in the table, each once though it is kept with both of its accounts. */
function transfersIn(records: MemoryRecords): Transfer[] {
  const found = records
    .all()
    .flatMap(({ item }) => ('transfer' in item ? [transfer.parse(item['transfer'])] : []));
  const kept = Map.groupBy(found, ({ id }) => id);
  for (const [id, both] of kept) expect(both.length, id).toBe(2);
  return [...kept.values()].flatMap(([one]) => (one ? [one] : []));
}

const payment = fc.record({
  dossier: fc.nat(3),
  amount: fc.constantFrom(4000, 6000, 10_000, 15_000),
  how: fc.constantFrom('platform', 'bank', 'nobody'),
  /** How often the gateway tells of it; never: it is found by asking. */
  told: fc.nat(3),
});

describe('payments, told in any order, again and again or never', () => {
  it('are each taken in once, and the books balance', async () => {
    const always = fc.asyncProperty(
      fc.array(payment, { maxLength: 12 }),
      fc.infiniteStream(fc.nat(1000)),
      async (made, order) => {
        const known: Known = new Map();
        const deps = openDeps(known);
        const codes: string[] = [];
        for (let nth = 0; nth < 4; nth++) {
          const place = { agency: UNIT, date: '2026-05-20' };
          const filed = await create({ dossiers: deps.dossiers }, place, { procedure: PROCEDURE });
          if ('refused' in filed) throw new Error(filed.refused);
          codes.push(filed.outcome.head.code);
        }
        const notices: Incoming[] = [];
        for (const [nth, { dossier, amount, how, told }] of made.entries()) {
          const code = codes[dossier] ?? '';
          const reference = `REF${String(nth).padStart(10, '0')}`;
          const gateway = how === 'platform' ? ('platform' as const) : ('bank' as const);
          const incoming: Incoming = {
            gateway,
            transaction: `GD${nth}`,
            amount: toDong(amount),
            paidAt: toRfc3339(NOW),
            reference: how === 'platform' ? reference : null,
            purpose: how === 'bank' ? (purposeOf(code) ?? null) : how === 'nobody' ? 'nop phi' : null,
          };
          if (how === 'platform') {
            const [openedAt, expiresAt] = [toRfc3339(NOW), toRfc3339(NOW + HOUR)];
            const asked = { reference, gateway, dossier: code, amount: toDong(10_000), openedAt, expiresAt };
            await deps.payments.write([
              newRequest({ ...asked, state: 'open', payAt: null, asks: 0 }, openedAt),
            ]);
            known.set(reference, incoming);
          }
          // A bank that never tells is found in its statement, which is another matter.
          const times = how === 'platform' ? told : told + 1;
          notices.push(...Array.from({ length: times }, () => incoming));
        }
        const ranks = [...order.take(notices.length)];
        const shuffled = notices.map((one, at) => [ranks[at] ?? 0, one] as const).sort(([a], [b]) => a - b);
        // Two at a time, as gateways tell of them.
        for (let at = 0; at < shuffled.length; at += 2)
          await Promise.all(shuffled.slice(at, at + 2).map(([, one]) => confirmPayment(deps, one, NOW)));
        for (const later of [0, 1, 2, 3]) await askPayments(deps, NOW + later * HOUR);

        const transfers = transfersIn(deps.records);
        const balances = balancesOf(transfers);
        expect([...balances.values()].reduce((sum, amount) => sum + amount, 0)).toBe(0);
        const came = made.reduce((sum, { amount }) => sum + amount, 0);
        const transit = [UNIT, AGENCY].flatMap(unit =>
          (['platform', 'bank'] as const).map(
            gateway => balances.get(accountsOf(unit).transit(gateway)) ?? 0,
          ),
        );
        expect(transit.reduce((sum, amount) => sum + amount, 0)).toBe(came);
        const heads = await Promise.all(codes.map(async code => (await deps.dossiers.find(code))?.head));
        const accounts = heads.flatMap(head => (head ? [accountOf(head)] : []));
        const sum = (of: (account: (typeof accounts)[number]) => number) =>
          accounts.reduce((total, account) => total + of(account), 0);
        const nobodys = made
          .filter(({ how }) => how === 'nobody')
          .reduce((total, { amount }) => total + amount, 0);
        expect(sum(({ received, held }) => received + held) + nobodys).toBe(came);
        expect(balances.get(accountsOf(UNIT).claims) ?? 0).toBe(sum(owedOf));
        expect(0 - (balances.get(accountsOf(AGENCY).suspense) ?? 0)).toBe(nobodys);
        expect((await deps.payments.listed('UNASSIGNED', 100)).length).toBe(
          made.filter(({ how }) => how === 'nobody').length,
        );
      },
    );
    await fc.assert(always, { numRuns: 60 });
  });
});
