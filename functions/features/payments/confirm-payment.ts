import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Dong } from '../../../schemas/money/dong.ts';
import type { Gateway } from '../../../schemas/money/gateway.ts';
import type { Transfer } from '../../../schemas/money/transfer.ts';
import type { StoredPayment, StoredPaymentRequest } from '../../../schemas/stored/payment.ts';
import { receivePayment } from '../../domain/dossier/decisions/receive-payment.ts';
import { accountOf } from '../../domain/money/account/account-of.ts';
import { dossiersIn } from '../../domain/money/bank-transfers/dossiers-in.ts';
import { accountsOf } from '../../domain/money/transfers/accounts.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { isBroken } from '../../records/commands/refusals.ts';
import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import { newPayment, requestPaid, toldPayment } from '../../records/money/payment-items.ts';
import { transferWrites } from '../../records/money/transfer-items.ts';
import type { ConfirmingDeps } from './deps.ts';

/** Money that a gateway says came in. */
export interface Incoming {
  readonly gateway: Gateway;
  /** The gateway's own name for it: told again, it is the same money. */
  readonly transaction: string;
  readonly amount: Dong;
  readonly paidAt: string;
  /** Our reference, where it answers a request. */
  readonly reference: string | null;
  /** What the payer wrote. */
  readonly purpose: string | null;
}

/** known: it was told before; differs: it was told before with another amount, and is not believed. */
export type Confirmed = 'confirmed' | 'known' | 'unassigned' | 'differs';

const actor = { kind: 'system', mechanism: 'payments' } as const;

/**
 * Takes in money, once. The dossier that it is for goes on with it in the same transaction; where no dossier is found,
 * or its ledger is broken, it waits in suspense for somebody to assign it. It is never refused: it came.
 */
export async function confirmPayment(
  deps: ConfirmingDeps,
  incoming: Incoming,
  now: Instant,
): Promise<Confirmed> {
  const { gateway, transaction, reference } = incoming;
  const [before, request] = await Promise.all([
    deps.payments.payment(gateway, transaction),
    reference === null ? undefined : deps.payments.request(reference),
  ]);
  if (before) return standingOf(before, incoming);
  const code = request?.dossier ?? (await dossierNamed(deps, incoming.purpose));
  if (code === undefined) return keepUnassigned(deps, incoming, now);
  try {
    return await payDossier(deps, { code, request }, incoming, now);
  } catch (error) {
    if (isBroken(error) || isMissing(error)) return keepUnassigned(deps, incoming, now);
    throw error;
  }
}

/** What a payment is that was told of before. */
const standingOf = (before: StoredPayment, { amount }: Incoming): Confirmed =>
  before.amount === amount ? 'known' : 'differs';

async function payDossier(
  deps: ConfirmingDeps,
  { code, request }: { readonly code: string; readonly request: StoredPaymentRequest | undefined },
  incoming: Incoming,
  now: Instant,
): Promise<Confirmed> {
  const { gateway, transaction, amount } = incoming;
  return changeDossier<Confirmed>(deps, {
    code,
    actor,
    now: () => now,
    async decide(context) {
      // Of two notices at once, the second finds here what the first kept.
      const before = await deps.payments.payment(gateway, transaction);
      if (before) return { stands: standingOf(before, incoming) };
      const { unit } = accountOf(context.head);
      const payment = { ...storedOf(incoming, now), unit, dossier: code, state: 'confirmed' as const };
      const asked = request && { reference: request.reference };
      const received = { amount, method: 'online' as const, receipt: null, gateway, transaction, ...asked };
      return {
        events: receivePayment(context, received),
        beside: {
          money: [
            newPayment(payment),
            toldPayment(payment),
            ...(request ? [requestPaid(request.reference)] : []),
          ],
        },
        answer: () => 'confirmed',
      };
    },
    tell: ({ head }) => deps.wake(head),
  });
}

/** The only dossier there is of those that the purpose may name. */
async function dossierNamed(deps: ConfirmingDeps, purpose: string | null): Promise<string | undefined> {
  const named = purpose === null ? [] : dossiersIn(purpose);
  const found = await Promise.all(named.map(code => deps.dossiers.find(code)));
  const codes = found.flatMap(one => (one ? [one.head.code] : []));
  return codes.length === 1 ? codes[0] : undefined;
}

async function keepUnassigned(deps: ConfirmingDeps, incoming: Incoming, now: Instant): Promise<Confirmed> {
  const { gateway, transaction, amount, purpose } = incoming;
  const { suspense, transit } = accountsOf(deps.agency);
  const stored = storedOf(incoming, now);
  const transfer: Transfer = {
    id: `${gateway}/${transaction}`,
    at: stored.toldAt,
    kind: 'held',
    phase: 'posted',
    from: suspense,
    to: transit(gateway),
    amount,
    unit: deps.agency,
    dossier: null,
    by: null,
  };
  const payment: StoredPayment = { ...stored, unit: deps.agency, dossier: null, state: 'unassigned' };
  const kept = purpose === null ? payment : { ...payment, purpose };
  const made = await deps.payments.write([
    newPayment(kept),
    toldPayment(kept),
    ...transferWrites([transfer]),
  ]);
  if (made) return 'unassigned';
  const before = await deps.payments.payment(gateway, transaction);
  return before ? standingOf(before, incoming) : 'differs';
}

function storedOf(incoming: Incoming, now: Instant) {
  const { gateway, transaction, reference, amount, paidAt } = incoming;
  return { gateway, transaction, reference, amount, paidAt, toldAt: toRfc3339(now) };
}

const isMissing = (error: unknown) => error instanceof ProblemError && error.code === 'not-found';
