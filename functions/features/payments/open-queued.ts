import type { StoredPaymentRequest } from '../../../schemas/stored/payment.ts';
import type { PaymentGateway } from '../../domain/ports/payment-gateway.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { requestAsked } from '../../records/money/payment-items.ts';
import type { AskingDeps } from './deps.ts';
import { endRequest } from './end-request.ts';
import { keepRequest, openRequest } from './keep-request.ts';
import { nextAsk } from './next-ask.ts';
import { sendOpening } from './send-opening.ts';

type Opening = AskingDeps & { readonly platform: PaymentGateway };

/** What the platform says of a request that has no page. */
type Unopened = 'unknownReference' | 'open';

/**
 * Sends a request again that has no page, once the platform answers. Of several who find it queued at once one sends
 * it: the platform refuses a reference that it has.
 */
export async function openQueued(
  deps: Opening,
  request: StoredPaymentRequest,
  standing: Unopened,
  now: Instant,
): Promise<'opened' | 'ended' | 'waits'> {
  const mine = await deps.payments.write([requestAsked(request, 'open', nextAsk(request, false, now))]);
  if (!mine) return 'waits';
  const taken = { ...request, asks: request.asks + 1 };
  const outcome = await sendAgain(deps, taken, standing, now);
  if (outcome === 'ended')
    await deps.payments.write([requestAsked(taken, 'ended', nextAsk(taken, true, now))]);
  return outcome;
}

/**
 * It says that it never heard of it: the same request is opened. It has it open: its page is known to nobody, so that
 * it is given up, and another is opened. What is no longer owed as it was asked for ends.
 */
async function sendAgain(
  deps: Opening,
  request: StoredPaymentRequest,
  standing: Unopened,
  now: Instant,
): Promise<'opened' | 'ended' | 'waits'> {
  const found = await deps.dossiers.find(request.dossier);
  const wanted = found && (await openRequest(deps, found.head, now));
  if (!found || wanted?.reference !== request.reference) {
    await endRequest(deps, request, { ending: 'expired', code: null }, now);
    return 'ended';
  }
  if (standing === 'unknownReference') return outcomeOf(await sendOpening(deps, { ...found, request }, now));
  const { request: next, fresh } = await keepRequest(deps, request.dossier, now, request.reference);
  if (fresh) await sendOpening(deps, { ...found, request: next }, now);
  return 'ended';
}

const outcomeOf = ({ state, payAt }: StoredPaymentRequest) =>
  state === 'ended' ? 'ended' : payAt === null ? 'waits' : 'opened';
