import { createHash } from 'node:crypto';
import { digestName, readAlgorithm } from './algorithms.ts';
import type { Cert } from './certificate.ts';
import { childrenOf, type Der, octetsOf, TAG } from './der.ts';

const V1 = '1.2.840.113549.1.9.16.2.12';
const V2 = '1.2.840.113549.1.9.16.2.47';

/**
 * Whether the signed attributes name the certificate by its hash (ESS, RFC 5035), as the baseline of PAdES demands:
 * without them another certificate of the same key could be put in its place.
 */
export function certificateNamed(
  attributes: ReadonlyMap<string, Der>,
  certificate: Cert,
): 'named' | 'absent' | 'differs' {
  const second = attributes.get(V2);
  const attribute = second ?? attributes.get(V1);
  if (!attribute) return 'absent';
  try {
    const [ids] = childrenOf(attribute);
    const [own] = ids ? childrenOf(ids) : [];
    const parts = own ? [...childrenOf(own)] : [];
    // V2 names the digest first, unless it is SHA-256; V1 is SHA-1 always, which here only picks one of few.
    const told = parts[0]?.tag === TAG.sequence ? parts.shift() : undefined;
    const name = !second ? 'sha1' : told ? digestName(readAlgorithm(told).oid) : 'sha256';
    const [hash] = parts;
    if (!name || !hash) return 'differs';
    return createHash(name).update(certificate.der).digest().equals(octetsOf(hash)) ? 'named' : 'differs';
  } catch {
    return 'differs';
  }
}
