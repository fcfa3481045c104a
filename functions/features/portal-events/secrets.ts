import type { Instant } from '../../../schemas/instant.ts';
import type { StoredSubscription } from '../../../schemas/stored/subscription.ts';
import { writeSecret } from '../../domain/effects/webhook-signature.ts';
import { DAY, parseInstant, toRfc3339 } from '../../domain/vietnam-time.ts';

/** How long the previous secret still signs, so that a receiver has time to switch. */
const OVERLAP = DAY;

/** The secrets that sign messages at an instant, newest first. */
export function secretsInForce(
  { secrets }: Pick<StoredSubscription, 'secrets'>,
  now: Instant,
): readonly string[] {
  return secrets
    .filter(({ until }) => until === null || parseInstant(until) > now)
    .map(({ secret }) => secret);
}

/** The secrets with a new one first; the previous one ends after the overlap, earlier ones at once. */
export function withNewSecret(
  { secrets }: Pick<StoredSubscription, 'secrets'>,
  bytes: Uint8Array,
  now: Instant,
): { secret: string; previousUntil: string; secrets: StoredSubscription['secrets'] } {
  const secret = writeSecret(bytes);
  const previousUntil = toRfc3339(now + OVERLAP);
  const previous = secrets.find(({ until }) => until === null);
  return {
    secret,
    previousUntil,
    secrets: [
      { secret, until: null },
      ...(previous ? [{ secret: previous.secret, until: previousUntil }] : []),
    ],
  };
}
