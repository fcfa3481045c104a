import type { Instant } from '../../../../schemas/instant.ts';
import type { Dong } from '../../../../schemas/money/dong.ts';
import { bankNotice } from '../../../../schemas/outside/bank-notice.ts';
import { type FieldFault, readBy } from '../../../../schemas/wording/field-faults.ts';
import { joined, type Words } from '../../../../schemas/words.ts';
import { readSigned, type SentMessage, type SignatureRead } from '../../signed-messages/read-signed.ts';

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

/** A notice of a bank as it was judged and read. */
export type BankNoticeRead =
  | { readonly verdict: 'genuine'; readonly credit: Credit }
  | Exclude<SignatureRead, { verdict: 'genuine' }>;

/** Reads a notice of a bank. Its signature is compared before anything it says is believed. */
export function readBankNotice(sent: SentMessage, secret: string, now: Instant): BankNoticeRead {
  const signed = readSigned(sent, secret, now);
  if (signed.verdict !== 'genuine') return signed;
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

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
