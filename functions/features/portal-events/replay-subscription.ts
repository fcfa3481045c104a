import type { portalEventOperations } from '../../../schemas/api/operations/portal-events.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { PortalEventsDeps } from './deps.ts';
import { keepChange, portalOf, standingSubscription } from './own-subscription.ts';

type Operation = (typeof portalEventOperations)['replaySubscription'];

/**
 * Starts a replay: every event of the portal's feed since an instant is sent again, in order within each dossier. It
 * continues every minute; a new one replaces one that is still running.
 */
export async function replaySubscription(
  deps: Pick<PortalEventsDeps, 'subscriptions' | 'feed' | 'replays'>,
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  const { from } = call.body;
  const before = await standingSubscription(deps, call.caller, call.params.id);
  const portal = portalOf(call.caller);
  const [position, upTo] = await Promise.all([deps.feed.before(portal, from), deps.feed.end(portal)]);
  if (parseInstant(from) < parseInstant(before.startsAt))
    await keepChange(deps, before, { ...before, startsAt: from });
  await deps.replays.put({ subscription: before.id, portal, position, upTo });
  return { body: { from, events: upTo - position } };
}
