import { randomUUID } from 'node:crypto';
import type { paymentOperations } from '../../../schemas/api/operations/payments.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { StoredPaymentRequest } from '../../../schemas/stored/payment.ts';
import { accountOf, owedOf } from '../../domain/money/account/account-of.ts';
import { isExpired, openPayment as opening } from '../../domain/money/decisions/payments.ts';
import { paymentReference } from '../../domain/money/references.ts';
import type { PaymentGateway } from '../../domain/ports/payment-gateway.ts';
import { type Instant, MINUTE, parseInstant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Reply, SentCall } from '../../kernel/http/call.ts';
import { underWay } from '../../records/commands/repeats.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import { newRequest, requestOpened } from '../../records/money/payment-items.ts';
import type { PaymentDeps } from './deps.ts';
import { dossierByKey } from './dossier-by-key.ts';
import { endedBy, endRequest, type RequestEnding } from './end-request.ts';
import { openingOf } from './opening-of.ts';

/** How long the platform is given to answer, and the answer to be kept, in milliseconds. */
const OPENING = 15_000;

type Operation = (typeof paymentOperations)['openPayment'];

/**
 * Opens a payment at the platform. One that is open and whose page is known is given again. Where the platform’s answer
 * is lost, nobody knows its page: the request is asked about on a schedule, and the next try opens another.
 */
export async function openPayment(deps: PaymentDeps, call: SentCall<Operation>): Promise<Reply<Operation>> {
  const { platform } = deps;
  const head = await dossierByKey(deps, call.params);
  if (!platform) throw unavailable();
  const request = await keepRequest(deps, head.code, call.now);
  if (request.payAt) return { body: bodyOf(request, request.payAt) };
  const answer = await platform.open(await openingOf(deps, head, request, call.sender.ip));
  if (answer.state === 'opened') {
    await deps.payments.write([requestOpened(request.reference, answer.payAt)]);
    return { body: bodyOf(request, answer.payAt) };
  }
  return notOpened(deps, request, answer, call.now);
}

async function notOpened(
  deps: PaymentDeps,
  request: StoredPaymentRequest,
  answer: Exclude<Awaited<ReturnType<PaymentGateway['open']>>, { state: 'opened' }>,
  now: Instant,
): Promise<never> {
  if (answer.state === 'unavailable') deps.missed(answer);
  // Should it be open there all the same, and be paid, it is found when it is asked about.
  const how = answer.state === 'unavailable' ? NO_ANSWER : endedBy(answer.code);
  await endRequest(deps, request, how, now);
  throw unavailable();
}

/** The request that is open for what is owed now. */
async function openRequest(
  { payments }: PaymentDeps,
  head: DossierHead,
  now: Instant,
): Promise<StoredPaymentRequest | undefined> {
  const account = accountOf(head);
  const { payment } = account;
  if (!payment || isExpired(payment, now) || payment.amount !== owedOf(account)) return undefined;
  return payments.request(payment.reference);
}

/** Kept before the platform hears of it, so that money that comes for it finds its dossier whatever happens. */
async function keepRequest(deps: PaymentDeps, code: string, now: Instant): Promise<StoredPaymentRequest> {
  const reference = paymentReference(randomUUID());
  return changeUnruled<StoredPaymentRequest>(deps, {
    code,
    actor: { kind: 'system', mechanism: 'payments' },
    now: () => now,
    async decide({ head }) {
      const before = await openRequest(deps, head, now);
      if (before?.payAt) return { stands: before };
      // Another request opens one at this moment: its answer is soon there.
      if (before && now < parseInstant(before.openedAt) + OPENING) throw underWay();
      const events = opening(head, now, { reference, gateway: 'platform' });
      const { data } = events.at(-1) ?? {};
      if (data?.type !== 'paymentOpened') throw new TypeError('a payment is opened by its last event');
      const { amount, gateway, expiresAt } = data;
      const openedAt = toRfc3339(now);
      const state = 'open' as const;
      const request = {
        reference,
        gateway,
        dossier: code,
        amount,
        openedAt,
        expiresAt,
        state,
        payAt: null,
        asks: 0,
      };
      return {
        events,
        beside: { money: [newRequest(request, toRfc3339(now + 5 * MINUTE))] },
        answer: () => request,
      };
    },
  });
}

const NO_ANSWER: RequestEnding = { ending: 'failed', code: null };

const bodyOf = ({ dossier, reference, amount, expiresAt }: StoredPaymentRequest, payAt: string) => ({
  dossier,
  reference,
  amount,
  payAt,
  expiresAt,
});

function unavailable(): ProblemError {
  return new ProblemError('gateway-unavailable', {
    vi: 'Nền tảng thanh toán quốc gia hiện không trả lời. Ông/bà có thể nộp bằng mã VietQR trên trang này, hoặc thử lại sau; khoản đã nộp không bị mất.',
    en: 'The national payment platform does not answer now. Pay by the VietQR code on this page, or try again later; nothing that was paid is lost.',
  });
}
