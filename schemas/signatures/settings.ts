import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { says } from '../words.ts';

/** A certificate, DER in base64: a PEM file without its first and last line and without line ends. */
const certificate = z.base64().min(
  100,
  says({
    vi: 'phải là một chứng thư ở dạng DER viết bằng base64',
    en: 'must be a certificate, DER in base64',
  }),
);

/** Whose signatures are trusted, and by whom the agencies' seals are certified and stamped. */
export const signatureSettings = z.strictObject({
  /** Authorities of signers and of timestamps that are trusted; none by default: then no signature is valid. */
  authorities: z.array(certificate).default([]),
  /** Where timestamps come from (RFC 3161); without it seals have no trusted time. */
  timestampUrl: z.url({ protocol: /^https?$/ }).optional(),
  /**
   * Certificates of the seals by unit: that of the seal's key first, each issued by the next, the authority last. A
   * unit without them seals with a demonstration certificate, which says so.
   */
  seals: z.array(z.strictObject({ unit: agencyCode, chain: z.array(certificate).min(1).max(8) })).default([]),
  /**
   * Hosts of authorities, each `name` or `name:port`, that may be asked although they are in a private network, such
   * as those of the state's own.
   */
  trustedHosts: z.array(z.string().min(1).max(260)).default([]),
  /** Whether a signature is refused as long as nobody can say that its certificate was not revoked. */
  revocationDemanded: z.boolean().default(false),
});
export type SignatureSettings = z.infer<typeof signatureSettings>;
