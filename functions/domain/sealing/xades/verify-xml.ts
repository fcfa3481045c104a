import { createHash } from 'node:crypto';
import type { Signer } from '../../ports/signing.ts';
import { verifySignature } from '../../signatures/algorithms.ts';
import { Cert } from '../../signatures/certificate.ts';
import { readCertificates } from '../../signatures/chain.ts';
import { type Instant, parseInstant } from '../../vietnam-time.ts';
import { derOfRaw } from './ecdsa-value.ts';
import { readSignature } from './read-signature.ts';

/** Why a signed document does not hold. */
export type XmlSignatureFault =
  /** Unsigned, or not written as it is written here. */
  | 'malformed'
  /** The document is another than was signed. */
  | 'digest-differs'
  /** The certificate is another than the signer named. */
  | 'certificate-differs'
  /** The key of the certificate did not sign this, or is too short. */
  | 'signature-wrong';

export type CheckedXml =
  | {
      readonly holds: true;
      /** The document without its signature, in canonical form. */
      readonly document: string;
      readonly certificate: Cert;
      /** The other certificates of the file, to find the way to an authority. */
      readonly others: readonly Cert[];
      /** When it was signed, as the signer says. */
      readonly signedAt: Instant;
    }
  | { readonly holds: false; readonly fault: XmlSignatureFault };

/** The algorithms as certificates name them. */
const OIDS: Readonly<Record<Signer['algorithm'], string>> = {
  'rsa-pkcs1-sha256': '1.2.840.113549.1.1.11',
  'ecdsa-p256-sha256': '1.2.840.10045.4.3.2',
};

/**
 * Verifies a document that `signXml` signed: its digest, that of its properties, the certificate they name, and the
 * signature. Who stands behind the certificate, and whether it was revoked, is asked apart (`judgeCertificate`).
 */
export function verifyXml(file: Uint8Array): CheckedXml {
  const read = readSignature(file);
  const [ownBytes, ...otherBytes] = read?.certificates.map(text => Buffer.from(text, 'base64')) ?? [];
  const own = ownBytes && Cert.read(ownBytes);
  const signedAt = read && instantOf(read.signingTime);
  if (!read || !ownBytes || !own || signedAt === undefined) return refused('malformed');
  if (read.documentDigest !== sha256(read.document) || read.propertiesDigest !== sha256(read.properties))
    return refused('digest-differs');
  if (read.certificateDigest !== sha256(ownBytes)) return refused('certificate-differs');
  if (!isSigned(read.algorithm, read.info, read.value, own)) return refused('signature-wrong');
  return {
    holds: true,
    document: read.document,
    certificate: own,
    others: readCertificates(otherBytes),
    signedAt,
  };
}

function isSigned(algorithm: Signer['algorithm'], info: string, value: string, certificate: Cert): boolean {
  const bytes = Buffer.from(value, 'base64');
  const signature = algorithm === 'rsa-pkcs1-sha256' ? bytes : derOfRaw(bytes);
  if (!signature || bytes.toString('base64') !== value) return false;
  try {
    const fault = verifySignature({
      algorithm: { oid: OIDS[algorithm], parameters: undefined },
      data: Buffer.from(info, 'utf8'),
      signature,
      key: certificate.key,
    });
    return fault === undefined;
  } catch {
    return false;
  }
}

function instantOf(text: string): Instant | undefined {
  try {
    return parseInstant(text);
  } catch {
    return undefined;
  }
}

const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('base64');

const refused = (fault: XmlSignatureFault): CheckedXml => ({ holds: false, fault });
