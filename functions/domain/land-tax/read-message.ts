import { type TaxMessage, taxMessage } from '../../../schemas/outside/tax-office.ts';
import { type FieldFault, readBy } from '../../../schemas/wording/field-faults.ts';
import { digestOf } from '../canonical-json.ts';
import { readSigned, type SentMessage, type SignatureRead } from '../signed-messages/read-signed.ts';
import type { Instant } from '../vietnam-time.ts';

/** A message of the tax office as it was judged and read; its faults, where it is signed and is none. */
export type TaxMessageRead =
  | { readonly verdict: 'genuine'; readonly message: TaxMessage }
  | { readonly verdict: 'malformed'; readonly faults: readonly FieldFault[] }
  | Exclude<SignatureRead, { verdict: 'genuine' | 'malformed' }>;

/** Reads a message. Its signature is compared before anything it says is believed. */
export function readTaxMessage(sent: SentMessage, secret: string, now: Instant): TaxMessageRead {
  const signed = readSigned(sent, secret, now);
  if (signed.verdict === 'malformed')
    return { verdict: 'malformed', faults: [{ pointer: '', message: signed.fault }] };
  if (signed.verdict !== 'genuine') return signed;
  const read = readBy(taxMessage, jsonOf(sent.body));
  return 'data' in read
    ? { verdict: 'genuine', message: read.data }
    : { verdict: 'malformed', faults: read.faults };
}

/**
 * By what a message is kept once: its kind, and the number of its document. A payment is named with its notice, because
 * treasuries of two provinces may give the same number.
 */
export function nameOfMessage(message: TaxMessage): { readonly kind: string; readonly number: string } {
  switch (message.type) {
    case 'refusal':
      return { kind: 'refusal', number: message.slip };
    case 'notice':
      return { kind: 'notice', number: message.number };
    case 'withdrawal':
      return { kind: 'withdrawal', number: message.notice };
    case 'payment':
      return { kind: 'payment', number: `${message.notice}#${message.document}` };
  }
}

/** Digest of what a message says: told again under its number, it must say the same. */
export const digestOfMessage = (message: TaxMessage): string => digestOf(message);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
