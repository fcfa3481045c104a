import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { StoredPaymentRequest } from '../../../schemas/stored/payment.ts';
import type { PaymentGateway } from '../../domain/ports/payment-gateway.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { requestOpened } from '../../records/money/payment-items.ts';
import type { AskingDeps } from './deps.ts';
import { endedBy, endRequest } from './end-request.ts';
import { openingOf } from './opening-of.ts';

/** The payer's device where nobody waits at one: whether the platform takes “no address” is unconfirmed. */
const NO_DEVICE = '0.0.0.0';

/**
 * Asks the platform for the page on which a request is paid. Where it does not answer, the request stays open without
 * a page: it is queued, and sent again on the schedule.
 */
export async function sendOpening(
  deps: AskingDeps & { readonly platform: PaymentGateway },
  { head, request }: { readonly head: DossierHead; readonly request: StoredPaymentRequest },
  now: Instant,
  device: string = NO_DEVICE,
): Promise<StoredPaymentRequest> {
  const answer = await deps.platform.open(await openingOf(deps, head, request, device));
  switch (answer.state) {
    case 'opened':
      await deps.payments.write([requestOpened(request.reference, answer.payAt)]);
      return { ...request, payAt: answer.payAt };
    case 'refused':
      await endRequest(deps, request, endedBy(answer.code), now);
      return { ...request, state: 'ended' };
    case 'unavailable':
      deps.missed(answer);
      return request;
  }
}
