import { type Algorithm, readAlgorithm, verifySignature } from './algorithms.ts';
import type { Cert } from './certificate.ts';
import { childrenOf, type Der, instantOf, readDer } from './der.ts';

/** A list of revoked certificates (RFC 5280). */
export interface Crl {
  readonly issuer: Buffer;
  readonly thisUpdate: number;
  /** Infinite if it says none. */
  readonly nextUpdate: number;
  readonly revoked: Der | undefined;
  /** It has a critical extension, or tells of a part of the certificates: what is missing in it says nothing. */
  readonly partial: boolean;
  readonly signed: Buffer;
  readonly algorithm: Algorithm;
  readonly signature: Buffer;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const EXTENSIONS = 0xa0;
const TIMES = new Set([0x17, 0x18]);
const CRL_SIGN = 6;

/** Reads a CRL without building a tree of it: lists of large authorities have tens of thousands of entries. */
export function readCrl(bytes: Uint8Array): Crl | undefined {
  try {
    const [list, algorithm, signature] = childrenOf(readDer(Buffer.from(bytes)));
    if (!list || !algorithm || !signature) return undefined;
    const parts = [...childrenOf(list)];
    if (parts[0]?.tag === INTEGER) parts.shift();
    const [, issuer, thisUpdate, ...rest] = parts;
    if (!issuer || !thisUpdate) return undefined;
    const next = TIMES.has(rest[0]?.tag ?? 0) ? rest.shift() : undefined;
    const revoked = rest[0]?.tag === SEQUENCE ? rest.shift() : undefined;
    return {
      issuer: issuer.whole,
      thisUpdate: instantOf(thisUpdate),
      nextUpdate: next ? instantOf(next) : Number.POSITIVE_INFINITY,
      revoked,
      partial: rest.some(part => part.tag === EXTENSIONS && hasCritical(part)),
      signed: list.whole,
      algorithm: readAlgorithm(algorithm),
      signature: signature.content.subarray(1),
    };
  } catch {
    return undefined;
  }
}

function hasCritical(extensions: Der): boolean {
  const [list] = childrenOf(extensions);
  return (
    list !== undefined && [...childrenOf(list)].some(extension => [...childrenOf(extension)][1]?.tag === 0x01)
  );
}

/** Whether an issuer signed the list itself. */
export function signedBy(crl: Crl, issuer: Cert): boolean {
  if (!crl.issuer.equals(issuer.subject) || !issuer.mayBeUsed(CRL_SIGN)) return false;
  try {
    const { algorithm, signed: data, signature } = crl;
    return verifySignature({ algorithm, data, signature, key: issuer.key }) === undefined;
  } catch {
    return false;
  }
}

/** Since when a certificate is revoked by the list; undefined if it is not in it. */
export function revokedSince(crl: Crl, certificate: Cert): number | undefined {
  if (!crl.revoked) return undefined;
  const wanted = certificate.serial;
  for (const entry of childrenOf(crl.revoked)) {
    const serial = readDer(entry.content);
    if (!serial.content.equals(wanted)) continue;
    const since = instantOf(readDer(entry.content, serial.whole.length));
    return Number.isNaN(since) ? 0 : since;
  }
  return undefined;
}
