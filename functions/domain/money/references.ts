import { createHash } from 'node:crypto';

/** Crockford's letters and digits: none that people mistake for another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 26;

/**
 * The reference by which a payment is known outside (mã tham chiếu): 28 upper-case letters and digits, the same for the
 * same id, and nothing that tells the id or the dossier.
 * @param id Random, of the payment.
 */
export function paymentReference(id: string): string {
  const digest = createHash('sha256').update(`payment ${id}`).digest();
  let bits = 0n;
  for (const byte of digest) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let index = 0; index < LETTERS; index += 1, bits >>= 5n) text += ALPHABET.charAt(Number(bits & 31n));
  return `MC${text}`;
}
