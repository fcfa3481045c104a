import { randomUUID } from 'node:crypto';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { StoredPaymentRequest } from '../../../schemas/stored/payment.ts';
import { accountOf, owedOf } from '../../domain/money/account/account-of.ts';
import { isExpired, openPayment as opening } from '../../domain/money/decisions/payments.ts';
import { paymentReference } from '../../domain/money/references.ts';
import { type Instant, MINUTE, toRfc3339 } from '../../domain/vietnam-time.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import { newRequest } from '../../records/money/payment-items.ts';
import type { AskingDeps } from './deps.ts';

/** A request for payment, and whether it was made just now. */
export interface KeptRequest {
  readonly request: StoredPaymentRequest;
  readonly fresh: boolean;
}

/** The request that is open for what is owed now. */
export async function openRequest(
  { payments }: Pick<AskingDeps, 'payments'>,
  head: DossierHead,
  now: Instant,
): Promise<StoredPaymentRequest | undefined> {
  const account = accountOf(head);
  const { payment } = account;
  if (!payment || isExpired(payment, now) || payment.amount !== owedOf(account)) return undefined;
  return payments.request(payment.reference);
}

/**
 * The request that is open, or a new one: kept before the platform hears of it, so that money that comes for it finds
 * its dossier whatever happens. One that is to be replaced is not given again.
 */
export async function keepRequest(
  deps: AskingDeps,
  code: string,
  now: Instant,
  replaced?: string,
): Promise<KeptRequest> {
  const reference = paymentReference(randomUUID());
  return changeUnruled<KeptRequest>(deps, {
    code,
    actor: { kind: 'system', mechanism: 'payments' },
    now: () => now,
    async decide({ head }) {
      const before = await openRequest(deps, head, now);
      if (before && before.reference !== replaced) return { stands: { request: before, fresh: false } };
      const events = opening(head, now, { reference, gateway: 'platform' });
      const { data } = events.at(-1) ?? {};
      if (data?.type !== 'paymentOpened') throw new TypeError('a payment is opened by its last event');
      const { amount, gateway, expiresAt } = data;
      const openedAt = toRfc3339(now);
      const request: StoredPaymentRequest = {
        ...{ reference, gateway, dossier: code, amount, openedAt, expiresAt },
        ...{ state: 'open', payAt: null, asks: 0 },
      };
      return {
        events,
        beside: { money: [newRequest(request, toRfc3339(now + 5 * MINUTE))] },
        answer: () => ({ request, fresh: true }),
      };
    },
  });
}
