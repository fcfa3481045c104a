import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { type CodeRead, tidyCode, typedCode } from '../codes/typed-code.ts';
import { says } from '../words.ts';
import { padId } from './pad.ts';

/** Letters and digits that nobody takes for one another (Crockford's Base32). */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const CODE = new RegExp(`^[${CODE_ALPHABET}]{10}$`);

/** Reads a pairing code forgivingly, because somebody may type it from a screen. */
function readPairingCode(text: string): CodeRead {
  const code = tidyCode(text).replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  if (CODE.test(code)) return { code };
  return { wrong: { vi: 'mã ghép gồm 10 chữ và số', en: 'a pairing code has 10 letters and digits' } };
}

/** The code that pairs a tablet once (mã ghép). */
export const pairingCode = typedCode(readPairingCode).meta({
  id: 'PairingCode',
  description: 'Pairing code of a pad; lower case, spaces and a dash are accepted',
  example: '7K2MP-X4TQD',
});

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
