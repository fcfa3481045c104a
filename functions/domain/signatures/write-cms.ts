import { createHash } from 'node:crypto';
import type { Signer } from '../ports/signing.ts';
import { Cert } from './certificate.ts';
import { der, integer, nothing, octets, oid, sequence, setOf, tagged } from './der.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.47';
const TIMESTAMP = '1.2.840.113549.1.9.16.2.14';

/** The algorithm of a signer's signatures, as certificates and CMS name it. */
export const algorithmOf = (algorithm: Signer['algorithm']): Buffer =>
  algorithm === 'rsa-pkcs1-sha256'
    ? sequence(oid('1.2.840.113549.1.1.11'), nothing())
    : sequence(oid('1.2.840.10045.4.3.2'));

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const attribute = (type: string, value: Buffer) => sequence(oid(type), setOf(value));

/**
 * A detached signature as PAdES wants it (CMS with the attributes of EN 319 142-1, 6.3): the time is not among them,
 * the PDF tells it.
 *
 * @param digest SHA-256 of what is signed.
 * @param stamp stamps a signature by its SHA-256; none for a signature without a trusted time.
 */
export async function writeCms(
  digest: Uint8Array,
  signer: Signer,
  stamp: ((digest: Uint8Array) => Promise<Uint8Array>) | undefined,
): Promise<Buffer> {
  const [own] = signer.chain;
  if (!own) throw new TypeError('a signer without a certificate');
  const named = sequence(sequence(sequence(octets(sha256(own)))));
  const attributes = [
    attribute(CONTENT_TYPE, oid(DATA)),
    attribute(MESSAGE_DIGEST, octets(digest)),
    attribute(SIGNING_CERTIFICATE, named),
  ];
  const signed = setOf(...attributes);
  const signature = await signer.sign(sha256(signed));
  const token = await stamp?.(sha256(signature));
  const { issuer, serial } = new Cert(own);
  const info = sequence(
    integer(1),
    sequence(issuer, der(0x02, serial)),
    sequence(oid(SHA256)),
    // The same set, tagged as the structure wants it.
    Buffer.concat([Buffer.from([0xa0]), signed.subarray(1)]),
    algorithmOf(signer.algorithm),
    octets(signature),
    ...(token ? [tagged(1, attribute(TIMESTAMP, Buffer.from(token)))] : []),
  );
  const data = sequence(
    integer(1),
    der(0x31, sequence(oid(SHA256))),
    sequence(oid(DATA)),
    tagged(0, ...signer.chain),
    der(0x31, info),
  );
  return sequence(oid(SIGNED_DATA), tagged(0, data));
}
