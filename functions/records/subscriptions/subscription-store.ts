import type { StoredSubscription } from '../../../schemas/stored/subscription.ts';

/** Where portals' subscriptions are kept. */
export interface SubscriptionStore {
  /** A portal's subscriptions, oldest first, including those that ended. */
  of(portal: string): Promise<readonly StoredSubscription[]>;
  find(portal: string, id: string): Promise<StoredSubscription | undefined>;
  add(subscription: StoredSubscription): Promise<void>;
  /** Replaces a subscription, unless it was changed in the meantime. */
  change(before: StoredSubscription, after: StoredSubscription): Promise<'changed' | 'conflict'>;
}
