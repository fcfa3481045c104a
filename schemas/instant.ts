import * as z from 'zod';
import { says } from './words.ts';

/** Whole milliseconds since 1970-01-01T00:00:00Z: a moment in the program. */
export type Instant = number;

/**
 * An instant on the wire and in storage: RFC 3339 with offset, `2026-11-21T19:40:00+07:00`. The first and last years
 * are excluded because with another offset the same moment may lie outside the four-digit years.
 */
export const instantText = z.iso
  .datetime({ offset: true })
  .refine(
    text => text >= '0001' && text < '9999',
    says({
      vi: 'phải là một thời điểm từ năm 1 đến năm 9998',
      en: 'must be a moment from the year 1 to the year 9998',
    }),
  )
  .meta({ id: 'Instant', description: 'RFC 3339 instant with offset' });

/** SHA-256 in lower-case hexadecimal. */
export const sha256Hex = z
  .string()
  .regex(
    /^[0-9a-f]{64}$/,
    says({
      vi: 'phải gồm 64 chữ số thập lục phân viết thường',
      en: 'must be 64 lower-case hexadecimal digits',
    }),
  )
  .meta({ id: 'Sha256', description: 'SHA-256, lower-case hexadecimal' });
