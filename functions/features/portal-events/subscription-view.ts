import type * as z from 'zod';
import type { subscriptionView } from '../../../schemas/api/subscription.ts';
import type { StoredSubscription } from '../../../schemas/stored/subscription.ts';
import type { PartyState } from '../../domain/effects/breaker.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';

/** A subscription as its portal sees it, with its health and never its secrets. */
export function viewOf(
  { id, url, kinds, state, pausedAt, pausedBecause, createdAt }: StoredSubscription,
  { lastSuccessAt, lastFailureAt, lastFailure }: PartyState,
): z.infer<typeof subscriptionView> {
  return {
    id,
    url,
    kinds,
    state,
    paused: pausedAt === null ? null : { at: pausedAt, reason: pausedBecause ?? '' },
    createdAt,
    lastSuccessAt: lastSuccessAt === null ? null : toRfc3339(lastSuccessAt),
    lastFailure: lastFailureAt === null ? null : { at: toRfc3339(lastFailureAt), reason: lastFailure ?? '' },
  };
}
