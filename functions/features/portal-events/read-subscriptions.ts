import type { portalEventOperations } from '../../../schemas/api/operations/portal-events.ts';
import type { StoredSubscription } from '../../../schemas/stored/subscription.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { PortalEventsDeps } from './deps.ts';
import { ownSubscription, portalOf } from './own-subscription.ts';
import { viewOf } from './subscription-view.ts';
import { webhookConsumer } from './webhook-consumer.ts';

type Operations = typeof portalEventOperations;
type Deps = Pick<PortalEventsDeps, 'subscriptions' | 'parties'>;

/** The subscriptions of the calling portal, oldest first. */
export async function listSubscriptions(
  deps: Deps,
  call: Call<Operations['listSubscriptions']>,
): Promise<Reply<Operations['listSubscriptions']>> {
  const own = await deps.subscriptions.of(portalOf(call.caller));
  return { body: { items: await Promise.all(own.map(one => shown(deps, one))) } };
}

/** One of them. */
export async function getSubscription(
  deps: Deps,
  call: Call<Operations['getSubscription']>,
): Promise<Reply<Operations['getSubscription']>> {
  return { body: await shown(deps, await ownSubscription(deps, call.caller, call.params.id)) };
}

/** A subscription with the health of its party. */
export async function shown({ parties }: Pick<Deps, 'parties'>, subscription: StoredSubscription) {
  return viewOf(subscription, await parties.state(webhookConsumer(subscription.id)));
}
