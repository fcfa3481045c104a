import type { portalEventOperations } from '../../../schemas/api/operations/portal-events.ts';
import type { PingCloudEvent } from '../../../schemas/outside/cloud-event.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { PortalEventsDeps } from './deps.ts';
import { standingSubscription } from './own-subscription.ts';
import { signedMessage } from './signed-message.ts';

type Operation = (typeof portalEventOperations)['pingSubscription'];

/** Sends a test event, signed like every other, and reports the outcome. It changes nothing. */
export async function pingSubscription(
  deps: Pick<PortalEventsDeps, 'subscriptions' | 'channel' | 'source'>,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const subscription = await standingSubscription(deps, call.caller, call.params.id);
  const event: PingCloudEvent = {
    specversion: '1.0',
    id: attempt.id('ping_'),
    source: deps.source,
    type: 'vn.motcua.ping',
    time: toRfc3339(call.now),
    datacontenttype: 'application/json',
    data: { subscription: subscription.id },
  };
  const outcome = await deps.channel.post(signedMessage(subscription, event, call.now));
  return {
    body: {
      delivered: outcome.delivered,
      reason: outcome.delivered ? null : outcome.reason,
      milliseconds: outcome.milliseconds,
    },
  };
}
