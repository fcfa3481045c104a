import type { StoredSubscription } from '../../../schemas/stored/subscription.ts';
import type { SubscriptionStore } from './subscription-store.ts';

/** Subscriptions in memory. */
export function memorySubscriptionStore(): SubscriptionStore {
  const kept = new Map<string, StoredSubscription>();
  return {
    of: async portal => [...kept.values()].filter(one => one.portal === portal),
    async find(portal, id) {
      const found = kept.get(id);
      return found?.portal === portal ? found : undefined;
    },
    async add(subscription) {
      kept.set(subscription.id, subscription);
    },
    async change(before, after) {
      if (kept.get(before.id)?.version !== before.version) return 'conflict';
      kept.set(after.id, after);
      return 'changed';
    },
  };
}
