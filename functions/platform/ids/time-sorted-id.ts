import { randomBytes } from 'node:crypto';
import type { Instant } from '../../domain/vietnam-time.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A prefix, ten characters of time, sixteen at random: ids sort by time and cannot be guessed. */
export function timeSortedId(prefix: string, now: Instant): string {
  let time = '';
  for (let rest = now, index = 0; index < 10; index++, rest = Math.floor(rest / 32))
    time = ALPHABET.charAt(rest % 32) + time;
  const random = [...randomBytes(16)].map(byte => ALPHABET.charAt(byte % 32)).join('');
  return `${prefix}${time}${random}`;
}
