import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../../../schemas/instant.ts';
import type { Dong } from '../../../../schemas/money/dong.ts';
import { bankNotice } from '../../../../schemas/outside/bank-notice.ts';
import { type FieldFault, readBy } from '../../../../schemas/wording/field-faults.ts';
import { joined, type Words } from '../../../../schemas/words.ts';
import { MINUTE } from '../../vietnam-time.ts';

/** Money that came in on an account, as its bank tells it. */
export interface Credit {
  /** The bank's own number of the entry. */
  readonly id: string;
  readonly account: string;
  readonly amount: Dong;
  /** RFC 3339. */
  readonly bookedAt: string;
  readonly purpose: string;
  readonly payer: { readonly name?: string; readonly account?: string; readonly bank?: string };
}

/**
 * forged: whoever sent it does not know the secret. stale: it is signed, but so long ago, or so far ahead, that
 * somebody may be sending an old one again. malformed: it comes from the bank and cannot be used.
 */
export type BankNoticeRead =
  | { readonly verdict: 'genuine'; readonly credit: Credit }
  | { readonly verdict: 'forged' }
  | { readonly verdict: 'stale'; readonly secondsOff: number; readonly fault: Words }
  | { readonly verdict: 'malformed'; readonly fault: Words };

/** A notice as it came: its body untouched, and its two headers. */
export interface SentNotice {
  readonly body: string;
  readonly signature: string;
  readonly timestamp: string;
}

/** How far the clocks of a bank and of this machine may be apart, with the time on the way. */
export const MOST_APART = 10 * MINUTE;

/** Reads a notice of a bank. Its signature is compared before anything it says is believed. */
export function readBankNotice(sent: SentNotice, secret: string, now: Instant): BankNoticeRead {
  if (!signatureFits(sent, secret)) return { verdict: 'forged' };
  if (!/^\d{1,12}$/.test(sent.timestamp)) return { verdict: 'malformed', fault: FAULTS.timestamp };
  const off = Number(sent.timestamp) * 1000 - now;
  if (Math.abs(off) > MOST_APART)
    return { verdict: 'stale', secondsOff: Math.round(off / 1000), fault: FAULTS.stale };
  const read = readBy(bankNotice, jsonOf(sent.body));
  if (!('data' in read)) return { verdict: 'malformed', fault: joined(read.faults.map(toldOf), '; ') };
  const { id, account, amount, bookedAt, purpose, payer = {} } = read.data;
  const { name, account: from, bank } = payer;
  return {
    verdict: 'genuine',
    credit: {
      id,
      account,
      amount,
      bookedAt,
      purpose,
      payer: {
        ...(name !== undefined && { name }),
        ...(from !== undefined && { account: from }),
        ...(bank !== undefined && { bank }),
      },
    },
  };
}

const toldOf = ({ pointer, message }: FieldFault): Words => ({
  vi: `${pointer}: ${message.vi}`,
  en: `${pointer}: ${message.en}`,
});

function signatureFits({ body, signature, timestamp }: SentNotice, secret: string): boolean {
  if (secret === '') return false;
  const right = Buffer.from(
    `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
  );
  const given = Buffer.from(signature.trim().toLowerCase());
  return given.length === right.length && timingSafeEqual(given, right);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
