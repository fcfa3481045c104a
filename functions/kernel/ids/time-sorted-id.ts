import { randomBytes } from 'node:crypto';
import type { Instant } from '../../../schemas/instant.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The random part of an id. */
export function idSeed(): Uint8Array {
  return randomBytes(16);
}

/** A prefix, ten characters of time, sixteen of a seed: ids sort by time and cannot be guessed. */
export function timeSortedId(prefix: string, now: Instant, seed = idSeed()): string {
  let time = '';
  for (let rest = now, index = 0; index < 10; index++, rest = Math.floor(rest / 32))
    time = ALPHABET.charAt(rest % 32) + time;
  const random = [...seed].map(byte => ALPHABET.charAt(byte % 32)).join('');
  return `${prefix}${time}${random}`;
}
