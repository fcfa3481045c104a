import { createHmac, timingSafeEqual } from 'node:crypto';

/** Webhook signatures by https://www.standardwebhooks.com: `v1,` and base64 of HMAC-SHA256. */

const PREFIX = 'whsec_';

/** A secret as displayed: the prefix and base64 of its 32 bytes. */
export function writeSecret(bytes: Uint8Array): string {
  return `${PREFIX}${Buffer.from(bytes).toString('base64')}`;
}

/** What is signed: id, time in seconds and body as sent, joined by dots. */
export interface SignedMessage {
  readonly id: string;
  readonly timestamp: number;
  readonly body: string;
}

function signatureOf(secret: string, { id, timestamp, body }: SignedMessage): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
}

/** The headers of a message, signed with every secret in force, so that a receiver can switch at its own pace. */
export function signedHeaders(
  secrets: readonly string[],
  message: SignedMessage,
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': secrets.map(secret => `v1,${signatureOf(secret, message)}`).join(' '),
  };
}

/** Whether one of the signatures of a header is valid, compared in constant time. */
export function signatureFits(secret: string, message: SignedMessage, header: string): boolean {
  const right = Buffer.from(signatureOf(secret, message));
  return header
    .split(' ')
    .map(entry => Buffer.from(entry.replace(/^v1,/, '')))
    .some(given => given.length === right.length && timingSafeEqual(given, right));
}
