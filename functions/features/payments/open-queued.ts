import type { StoredPaymentRequest } from '../../../schemas/stored/payment.ts';
import type { PaymentGateway } from '../../domain/ports/payment-gateway.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { AskingDeps } from './deps.ts';
import { endRequest } from './end-request.ts';
import { keepRequest, openRequest } from './keep-request.ts';
import { sendOpening } from './send-opening.ts';

/**
 * Sends a request again that has no page, once the platform answers. It says that it never heard of it: the same
 * request is opened. It has it open: its page is known to nobody, so that it is given up, and another is opened. What
 * is no longer owed as it was asked for ends.
 */
export async function openQueued(
  deps: AskingDeps & { readonly platform: PaymentGateway },
  request: StoredPaymentRequest,
  standing: 'unknownReference' | 'open',
  now: Instant,
): Promise<'opened' | 'queued' | 'ended'> {
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
  state === 'ended' ? 'ended' : payAt === null ? 'queued' : 'opened';
