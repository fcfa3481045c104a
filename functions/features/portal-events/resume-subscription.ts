import type { portalEventOperations } from '../../../schemas/api/operations/portal-events.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { redriveWaiting } from '../../records/consumers/redrive-waiting.ts';
import type { PortalEventsDeps } from './deps.ts';
import { keepChange, standingSubscription } from './own-subscription.ts';
import { webhookConsumer } from './webhook-consumer.ts';

type Operation = (typeof portalEventOperations)['resumeSubscription'];

/** Resumes sending after a pause: as many waiting dossiers as fit into one request are nudged at once. */
export async function resumeSubscription(
  deps: Pick<PortalEventsDeps, 'subscriptions' | 'cursors' | 'nudge'>,
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  const before = await standingSubscription(deps, call.caller, call.params.id);
  if (before.state === 'paused')
    await keepChange(deps, before, { ...before, state: 'active', pausedAt: null, pausedBecause: null });
  const { nudged, more } = await redriveWaiting(deps, webhookConsumer(before.id));
  return { body: { state: 'active', resumed: nudged, more } };
}
