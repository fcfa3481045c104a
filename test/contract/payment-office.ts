import { accountOf, refundableOf } from '../../functions/domain/money/account/account-of.ts';
import { decideRefund, payRefund, requestRefund } from '../../functions/domain/money/decisions/refunds.ts';
import type { PaymentOpening } from '../../functions/domain/ports/payment-gateway.ts';
import { toRfc3339 } from '../../functions/domain/vietnam-time.ts';
import type { Incoming } from '../../functions/features/payments/confirm-payment.ts';
import type { PaymentDeps } from '../../functions/features/payments/deps.ts';
import { openPayment } from '../../functions/features/payments/open-payment.ts';
import { memoryItems } from '../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../functions/kernel/table/memory-records.ts';
import { changeUnruled } from '../../functions/records/dossiers/change-dossier.ts';
import { keptDossiers } from '../../functions/records/dossiers/kept-dossiers.ts';
import { keptPayments } from '../../functions/records/money/payment-store.ts';
import { rulesLoader } from '../../functions/records/rules/rules-loader.ts';
import { ProblemError } from '../../schemas/api/problem-error.ts';
import type { Dong } from '../../schemas/money/dong.ts';
import { transfer } from '../../schemas/money/transfer.ts';
import type { StoredPayment, StoredPaymentRequest } from '../../schemas/stored/payment.ts';
import { catalogue, keyring, organization, workCalendars } from '../support/lifecycle/memory-province.ts';
import { create } from './stores.ts';

export const AGENCY = 'H44';
export const UNIT = 'H44.101';
/** Its fee is flat. */
const PROCEDURE = '1.004222';
export const FEE = 10_000;
export const NOW = Date.parse('2026-05-20T08:00:00+07:00');

type Answered = 'opened' | 'lost' | 'refused';

/** A platform that keeps what it was asked for; told how to answer the next opening. */
function simplePlatform() {
  const opened = new Map<string, Incoming | 'open' | 'failed'>();
  const references: string[] = [];
  let answer: Answered = 'opened';
  return {
    /** All that it opened, paid or not. */
    references,
    answers(next: Answered) {
      answer = next;
    },
    pay(reference: string, amount: Dong, now: number): Incoming | undefined {
      if (opened.get(reference) !== 'open') return undefined;
      const named = { gateway: 'platform', transaction: `GD${reference}`, reference, purpose: null } as const;
      const paid: Incoming = { ...named, amount, paidAt: toRfc3339(now) };
      opened.set(reference, paid);
      return paid;
    },
    fail(reference: string) {
      if (opened.get(reference) === 'open') opened.set(reference, 'failed');
    },
    gateway: {
      async open({ reference }: PaymentOpening) {
        if (answer === 'refused') return { state: 'refused', code: '99' } as const;
        opened.set(reference, 'open');
        references.push(reference);
        if (answer === 'lost') return { state: 'unavailable', reason: 'slow', detail: 'test' } as const;
        return { state: 'opened', payAt: `https://platform.test/${reference}` } as const;
      },
      async ask({ reference }: { readonly reference: string }) {
        const known = opened.get(reference) ?? 'open';
        if (known === 'open') return { state: 'open' } as const;
        if (known === 'failed') return { state: 'failed', code: '24' } as const;
        const { transaction, amount, paidAt } = known;
        return { state: 'paid', transaction, amount, paidAt, bank: 'VCB' } as const;
      },
    },
  };
}

/** Payments of two dossiers over records in memory. */
export async function openPaymentOffice() {
  const records = memoryRecords();
  const items = memoryItems(records);
  const platform = simplePlatform();
  const deps: PaymentDeps = {
    agency: AGENCY,
    dossiers: keptDossiers(items),
    payments: keptPayments(items),
    rules: rulesLoader({ catalogue, organization, workCalendars } as never),
    wake: async () => undefined,
    missed: () => undefined,
    platform: platform.gateway as never,
    organization,
    keyring: async () => keyring,
    platformSecret: async () => undefined,
    bankSecrets: async () => undefined,
    refused: { keep: async () => undefined },
  };
  const codes = [await file(deps), await file(deps)];

  const refusable = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  };
  return {
    ...{ deps, items, platform, codes },
    /** Opens a payment by the link of a dossier, and is answered so by the platform. */
    open(code: string, answer: Answered, now: number): Promise<void> {
      platform.answers(answer);
      const call = { params: { code, key: 'key' }, sender: { ip: '10.0.0.1' }, now };
      return refusable(() => openPayment(deps, call as never));
    },
    /** All that can go back does. */
    giveBack: (code: string, of: 'held' | 'received', now: number): Promise<void> =>
      refusable(() => giveBack(deps, { code, of, now })),
    dossiers: () =>
      Promise.all(
        codes.map(async code => {
          const found = await deps.dossiers.find(code);
          if (!found) throw new Error(`${code} is gone`);
          return { head: found.head, events: await deps.dossiers.events(code, 0, 1000) };
        }),
      ),
    kept() {
      const all = records.all();
      const under = (begin: string) => all.filter(({ key }) => key.pk.startsWith(begin));
      const moved = all.flatMap(({ item }) => ('transfer' in item ? [transfer.parse(item['transfer'])] : []));
      return {
        transfers: [...new Map(moved.map(each => [each.id, each])).values()],
        payments: under('MONEY#PAYMENT#').map(({ item }) => item as unknown as StoredPayment),
        requests: under('MONEY#REQUEST#').map(({ item }) => item as unknown as StoredPaymentRequest),
      };
    },
  };
}

async function file(deps: PaymentDeps): Promise<string> {
  const place = { agency: UNIT, date: '2026-05-20' };
  const filed = await create({ dossiers: deps.dossiers }, place, { procedure: PROCEDURE });
  if ('refused' in filed) throw new Error(filed.refused);
  return filed.outcome.head.code;
}

let refunds = 0;

async function giveBack(
  deps: PaymentDeps,
  { code, of, now }: { readonly code: string; readonly of: 'held' | 'received'; readonly now: number },
): Promise<void> {
  const refund = `r${++refunds}`;
  for (const what of ['ask', 'decide', 'pay'] as const)
    await changeUnruled<void>(deps, {
      ...{ code, now: () => now, actor: { kind: 'system', mechanism: 'payments' } },
      decide({ head }) {
        const amount = refundableOf(accountOf(head), of);
        const event =
          what === 'ask'
            ? requestRefund(head, { refund, of, amount, believed: amount, reason: 'Nộp thừa' })
            : what === 'decide'
              ? decideRefund(head, { refund, approved: true, reason: null })
              : payRefund(head, { refund, means: 'transfer', document: 'UNC' });
        return { events: [event], answer: () => undefined };
      },
    });
}
