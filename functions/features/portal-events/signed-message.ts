import type { Instant } from '../../../schemas/instant.ts';
import type { DossierCloudEvent, PingCloudEvent } from '../../../schemas/outside/cloud-event.ts';
import type { StoredSubscription } from '../../../schemas/stored/subscription.ts';
import { signedHeaders } from '../../domain/effects/webhook-signature.ts';
import type { WebhookMessage } from '../../domain/ports/webhook-channel.ts';
import { secretsInForce } from './secrets.ts';

/** An event as sent: the structured form of CloudEvents, signed with every secret in force. */
export function signedMessage(
  subscription: StoredSubscription,
  event: DossierCloudEvent | PingCloudEvent,
  now: Instant,
): WebhookMessage {
  const body = JSON.stringify(event);
  const signed = { id: event.id, timestamp: Math.floor(now / 1000), body };
  return {
    url: subscription.url,
    body,
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'motcua',
      ...signedHeaders(secretsInForce(subscription, now), signed),
    },
  };
}
