import type { StoredSubscription } from '../../../schemas/stored/subscription.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { SubscriptionStore } from '../../records/subscriptions/subscription-store.ts';

/** Sends nothing more until the portal resumes. An earlier pause or end takes precedence. */
export async function pauseSubscription(
  { subscriptions, now }: { readonly subscriptions: SubscriptionStore; readonly now: () => number },
  before: StoredSubscription,
  reason: string,
): Promise<void> {
  const found = await subscriptions.find(before.portal, before.id);
  if (found?.state !== 'active') return;
  await subscriptions.change(found, {
    ...found,
    state: 'paused',
    pausedAt: toRfc3339(now()),
    pausedBecause: reason,
    version: found.version + 1,
  });
}
