import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { StoredSubscription } from '../../../schemas/stored/subscription.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import type { SubscriptionStore } from '../../records/subscriptions/subscription-store.ts';

type Subscriptions = { readonly subscriptions: SubscriptionStore };

/** The calling portal; the policy admits nobody else. */
export function portalOf(caller: Principal): string {
  if (caller.kind !== 'portal') throw nothingHere();
  return caller.id;
}

/** A subscription of the calling portal; another portal's is not found. */
export async function ownSubscription(
  { subscriptions }: Subscriptions,
  caller: Principal,
  id: string,
): Promise<StoredSubscription> {
  const found = await subscriptions.find(portalOf(caller), id);
  demand(caller, 'subscription.manage', new Set(found ? ['owner'] : []));
  if (!found) throw nothingHere();
  return found;
}

/** The same, for changing it; refuses one that has ended. */
export async function standingSubscription(
  deps: Subscriptions,
  caller: Principal,
  id: string,
): Promise<StoredSubscription> {
  const found = await ownSubscription(deps, caller, id);
  if (found.state === 'ended')
    throw new ProblemError('subscription-ended', {
      vi: 'Đăng ký nhận sự kiện này đã chấm dứt; hãy tạo đăng ký mới.',
      en: 'This subscription has ended; create a new one.',
    });
  return found;
}

/** Saves a changed subscription; a concurrent change makes the request fail, to be repeated. */
export async function keepChange(
  { subscriptions }: Subscriptions,
  before: StoredSubscription,
  after: Omit<StoredSubscription, 'version'>,
): Promise<StoredSubscription> {
  const changed = { ...after, version: before.version + 1 };
  if ((await subscriptions.change(before, changed)) === 'changed') return changed;
  throw new ProblemError('too-busy', {
    vi: 'Đăng ký vừa được thay đổi; hãy thử lại.',
    en: 'The subscription was changed in the meantime; try again.',
  });
}
