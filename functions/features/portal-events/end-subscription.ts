import type { portalEventOperations } from '../../../schemas/api/operations/portal-events.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { PortalEventsDeps } from './deps.ts';
import { keepChange, ownSubscription } from './own-subscription.ts';
import { shown } from './read-subscriptions.ts';

type Operation = (typeof portalEventOperations)['endSubscription'];

/** Ends a subscription for good; ending it again changes nothing. */
export async function endSubscription(
  deps: Pick<PortalEventsDeps, 'subscriptions' | 'parties'>,
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  const before = await ownSubscription(deps, call.caller, call.params.id);
  const ended =
    before.state === 'ended' ? before : await keepChange(deps, before, { ...before, state: 'ended' });
  return { body: await shown(deps, ended) };
}
