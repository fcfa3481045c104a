import { randomBytes, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { CODE_ALPHABET, type PadKey } from '../../../schemas/pads/secrets.ts';
import type { StoredPad } from '../../../schemas/stored/pad.ts';
import { isPaired } from '../../domain/pads/pad-standing.ts';
import { sha256Of } from '../../domain/sha256.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { PadStore } from '../../records/pads/pad-store.ts';

/** What is kept of a code or secret. Both are random, so a plain digest gives nothing away. */
export const digestOfSecret = (secret: string): string => sha256Of(secret);

/** Fifty random bits: ten minutes are far too short to guess them. */
export const newCode = (): string =>
  [...randomBytes(10)].map(byte => CODE_ALPHABET.charAt(byte % 32)).join('');

/** A code as it is shown, in two groups. */
export const writtenCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

export const isSecretOf = (pad: StoredPad, secret: string): boolean =>
  pad.secret !== null &&
  timingSafeEqual(Buffer.from(pad.secret, 'hex'), Buffer.from(digestOfSecret(secret), 'hex'));

/** The pad that asks. Whatever is wrong, the answer is the same: the tablet is to be paired anew. */
export async function heldPad(pads: Pick<PadStore, 'find'>, key: PadKey, now: Instant): Promise<StoredPad> {
  const pad = await pads.find(key.unit, key.id);
  if (pad && isSecretOf(pad, key.secret) && isPaired(pad, now)) return pad;
  throw new ProblemError('pad-not-paired', {
    vi: 'Bàn ký chưa được ghép với đơn vị, hoặc phiên ghép đã kết thúc: hãy ghép lại.',
    en: 'This pad is not paired with a unit, or the pairing has ended: pair it again.',
  });
}
