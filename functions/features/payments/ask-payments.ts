import type { StoredPaymentRequest } from '../../../schemas/stored/payment.ts';
import { isExpired } from '../../domain/money/decisions/payments.ts';
import type { PaymentGateway } from '../../domain/ports/payment-gateway.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { eachAlone } from '../../kernel/queue/each-alone.ts';
import { requestAsked } from '../../records/money/payment-items.ts';
import { confirmPayment } from './confirm-payment.ts';
import type { AskingDeps } from './deps.ts';
import { endedBy, endRequest } from './end-request.ts';
import { nextAsk } from './next-ask.ts';
import { openQueued } from './open-queued.ts';
import { isQueued } from './queued.ts';

/** Requests asked about by one run; the next, some minutes later, takes more. */
const AT_ONCE = 200;

/** What a run found. */
export interface Asked {
  readonly asked: number;
  /** Requests that had waited for the platform. */
  readonly opened: number;
  readonly paid: number;
  readonly ended: number;
}

/**
 * Asks the platform about payments that nobody told of: a notice that was lost, an opening whose answer was, or that
 * waits for a platform that was down. Without a person, and again while it may still come. One that fails keeps no
 * other waiting: it fails the call when the rest is done.
 */
export async function askPayments(deps: AskingDeps, now: Instant): Promise<Asked> {
  const due = await deps.payments.toAsk(now, AT_ONCE);
  const found = { asked: due.length, opened: 0, paid: 0, ended: 0 };
  await eachAlone(due, async request => {
    const outcome = await askOne(deps, request, now);
    if (outcome !== 'waits') found[outcome]++;
    return undefined;
  });
  return found;
}

/** Asks about one request, and does what follows from the answer. */
export async function askOne(
  deps: AskingDeps,
  request: StoredPaymentRequest,
  now: Instant,
): Promise<'opened' | 'paid' | 'ended' | 'waits'> {
  const { reference, openedAt } = request;
  const answer = await deps.platform?.ask({ reference, openedAt });
  if (answer?.state === 'paid') {
    const { transaction, amount, paidAt } = answer;
    const incoming = { gateway: 'platform' as const, transaction, amount, paidAt, reference, purpose: null };
    // What was told before by a notice, or is held for nobody, is asked about no more; a confirmed one closed itself.
    const outcome = await confirmPayment(deps, incoming, now);
    if (outcome !== 'confirmed') await deps.payments.write([closed(request)]);
    return 'paid';
  }
  if (answer?.state === 'unavailable') deps.missed(answer);
  const failed = answer?.state === 'failed';
  const over = failed || isExpired(request, now);
  const { platform } = deps;
  if (!over && platform && isQueued(request, now) && answer && isUnopened(answer))
    return openQueued({ ...deps, platform }, request, answer.state, now);
  if (over && request.state === 'open') {
    const how = failed ? endedBy(answer.code) : ({ ending: 'expired', code: null } as const);
    await endRequest(deps, request, how, now);
  }
  await deps.payments.write([requestAsked(request, over ? 'ended' : 'open', nextAsk(request, over, now))]);
  return over && request.state === 'open' ? 'ended' : 'waits';
}

type Standing = Awaited<ReturnType<PaymentGateway['ask']>>;

const isUnopened = (answer: Standing): answer is Extract<Standing, { state: 'unknownReference' | 'open' }> =>
  answer.state === 'unknownReference' || answer.state === 'open';

const closed = (request: StoredPaymentRequest) => requestAsked(request, 'ended', null);
