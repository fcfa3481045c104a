import { createHash } from 'node:crypto';
import type { Cert } from '../../domain/signatures/certificate.ts';
import { bitsOf, childrenOf, der, nothing, octets, oid, sequence, TAG } from '../../domain/signatures/der.ts';

/** Names an issuer in requests; every authority knows it, and nothing is proven by it. */
const SHA1 = '1.3.14.3.2.26';

/** Asks for the state of one certificate (RFC 6960). */
export function ocspRequest(certificate: Cert, issuer: Cert): Buffer {
  const [, key] = childrenOf(issuer.publicKey);
  const hash = (bytes: Uint8Array) => octets(createHash('sha1').update(bytes).digest());
  const id = sequence(
    sequence(oid(SHA1), nothing()),
    hash(issuer.subject),
    hash(key ? bitsOf(key) : Buffer.alloc(0)),
    der(TAG.integer, certificate.serial),
  );
  return sequence(sequence(sequence(sequence(id))));
}
