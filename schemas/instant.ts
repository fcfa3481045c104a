import * as z from 'zod';
import { says } from './words.ts';

/** Milliseconds since 1970-01-01T00:00:00Z, whole: a moment as the program holds it. */
export type Instant = number;

/** An instant on the wire and at rest: RFC 3339 with offset, `2026-11-21T19:40:00+07:00`. */
export const instantText = z.iso
  .datetime({ offset: true })
  .meta({ id: 'Instant', description: 'RFC 3339 instant with offset' });

/** SHA-256 in lower-case hexadecimal. */
export const sha256Hex = z
  .string()
  .regex(
    /^[0-9a-f]{64}$/,
    says({ vi: 'phải gồm 64 chữ số thập lục phân viết thường', en: '64 lower-case hexadecimal digits' }),
  )
  .meta({ id: 'Sha256', description: 'SHA-256, lower-case hexadecimal' });
