import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { says } from '../words.ts';
import { padId } from './pad.ts';

/** Letters and digits that nobody takes for one another (Crockford's Base32). */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A pairing code as it is compared: read forgivingly, because somebody may type it from a screen. */
const asCompared = (typed: string) =>
  typed.replace(/[\s-]/g, '').toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0');

/** The code that pairs a tablet once (mã ghép). */
export const pairingCode = z
  .string()
  .max(20)
  .overwrite(asCompared)
  .regex(
    new RegExp(`^[${CODE_ALPHABET}]{10}$`),
    says({ vi: 'phải là mã ghép gồm 10 chữ và số', en: 'must be a pairing code of 10 letters and digits' }),
  )
  .meta({ id: 'PairingCode', example: '7K2MP-X4TQD' });

/** What a tablet thinks of itself: 256 random bits, of which the deployment keeps the digest alone. */
export const padSecret = z
  .string()
  .regex(
    /^[A-Za-z0-9_-]{43}$/,
    says({
      vi: 'phải là 256 bit ngẫu nhiên dạng base64url',
      en: 'must be 256 random bits in base64url',
    }),
  )
  .meta({ id: 'PadSecret' });

/** Which pad asks, and that it is that one. */
export const padKey = z
  .strictObject({ unit: agencyCode, id: padId, secret: padSecret })
  .meta({ id: 'PadKey' });
export type PadKey = z.infer<typeof padKey>;
