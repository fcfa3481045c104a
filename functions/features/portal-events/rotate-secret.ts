import type { portalEventOperations } from '../../../schemas/api/operations/portal-events.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { PortalEventsDeps } from './deps.ts';
import { keepChange, standingSubscription } from './own-subscription.ts';
import { withNewSecret } from './secrets.ts';

type Operation = (typeof portalEventOperations)['rotateSecret'];

/** Creates a new secret, which signs at once; the previous one signs as well for a day. */
export async function rotateSecret(
  deps: Pick<PortalEventsDeps, 'subscriptions' | 'randomBytes'>,
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  const before = await standingSubscription(deps, call.caller, call.params.id);
  const { secret, previousUntil, secrets } = withNewSecret(before, deps.randomBytes(32), call.now);
  await keepChange(deps, before, { ...before, secrets });
  return { body: { secret, previousUntil } };
}
