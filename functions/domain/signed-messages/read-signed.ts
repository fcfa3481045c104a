import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Words } from '../../../schemas/words.ts';
import { type Instant, MINUTE } from '../vietnam-time.ts';

/** A message as it came: its body untouched, and its two headers. */
export interface SentMessage {
  readonly body: string;
  readonly signature: string;
  readonly timestamp: string;
}

/**
 * forged: whoever sent it does not know the secret. stale: it is signed, but so long ago, or so far ahead, that
 * somebody may be sending an old one again. malformed: its time cannot be read.
 */
export type SignatureRead =
  | { readonly verdict: 'genuine' }
  | { readonly verdict: 'forged' }
  | { readonly verdict: 'stale'; readonly secondsOff: number; readonly fault: Words }
  | { readonly verdict: 'malformed'; readonly fault: Words };

/** How far the clocks of a sender and of this machine may be apart, with the time on the way. */
export const MOST_APART = 10 * MINUTE;

/** `sha256=` and the HMAC-SHA256 of the timestamp, a dot and the body as sent, in hexadecimal. */
export const signatureOf = ({ body, timestamp }: Omit<SentMessage, 'signature'>, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/** Judges the signature of a message, before anything it says is believed. */
export function readSigned(sent: SentMessage, secret: string, now: Instant): SignatureRead {
  if (!signatureFits(sent, secret)) return { verdict: 'forged' };
  if (!/^\d{1,12}$/.test(sent.timestamp)) return { verdict: 'malformed', fault: FAULTS.timestamp };
  const off = Number(sent.timestamp) * 1000 - now;
  return Math.abs(off) > MOST_APART
    ? { verdict: 'stale', secondsOff: Math.round(off / 1000), fault: FAULTS.stale }
    : { verdict: 'genuine' };
}

function signatureFits(sent: SentMessage, secret: string): boolean {
  if (secret === '') return false;
  const right = Buffer.from(signatureOf(sent, secret));
  const given = Buffer.from(sent.signature.trim().toLowerCase());
  return given.length === right.length && timingSafeEqual(given, right);
}

const FAULTS = {
  timestamp: {
    vi: 'thời điểm ký phải là số giây kể từ năm 1970',
    en: 'the time of signing must be seconds since 1970',
  },
  stale: {
    vi: 'thông báo được ký lệch quá 10 phút so với giờ của hệ thống',
    en: 'the notice was signed more than 10 minutes away from the time of this system',
  },
} as const satisfies Readonly<Record<string, Words>>;
