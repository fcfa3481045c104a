import { createHash } from 'node:crypto';
import { type Algorithm, readAlgorithm, verifySignature } from './algorithms.ts';
import { Cert } from './certificate.ts';
import { issued } from './chain.ts';
import { bitsOf, childrenOf, type Der, dotted, instantOf, octetsOf, readDer, TAG } from './der.ts';

const BASIC = '1.3.6.1.5.5.7.48.1.1';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const SUCCESSFUL = 0x0a;
const FIRST = 0xa0;
const REVOKED = 0xa1;
const GOOD = 0x80;
/** Digests by which an answer may name an issuer; they name one of those at hand, and prove nothing. */
const NAMING: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** An answer by OCSP (RFC 6960), its basic part. */
export interface OcspAnswer {
  readonly signed: Buffer;
  readonly algorithm: Algorithm;
  readonly signature: Buffer;
  readonly certificates: readonly Cert[];
  readonly responses: readonly Der[];
}

/** What an authority answered of one certificate. */
export interface OcspStatus {
  readonly status: 'good' | 'revoked' | 'unknown';
  readonly revokedSince: number | undefined;
  readonly thisUpdate: number;
  readonly nextUpdate: number;
}

/** Reads an answer, whole or its basic part; undefined if it is none. */
export function readOcsp(bytes: Uint8Array): OcspAnswer | undefined {
  try {
    const whole = readDer(Buffer.from(bytes));
    const [first, wrapped] = childrenOf(whole);
    if (first?.tag !== SUCCESSFUL) return readBasic(whole);
    const [type, answer] = wrapped ? childrenOf(readDer(wrapped.content)) : [];
    return type && answer && dotted(type) === BASIC ? readBasic(readDer(octetsOf(answer))) : undefined;
  } catch {
    return undefined;
  }
}

function readBasic(basic: Der): OcspAnswer | undefined {
  const [data, algorithm, signature, certificates] = childrenOf(basic);
  if (!data || !algorithm || !signature) return undefined;
  const responses = [...childrenOf(data)].find(({ tag }) => tag === TAG.sequence);
  return {
    signed: data.whole,
    algorithm: readAlgorithm(algorithm),
    signature: bitsOf(signature),
    certificates: certificates
      ? [...childrenOf(readDer(certificates.content))].flatMap(({ whole }) => Cert.read(whole) ?? [])
      : [],
    responses: responses ? [...childrenOf(responses)] : [],
  };
}

/** What the answer says of a certificate; undefined if it is about another, or not signed by who may. */
export function statusIn(
  answer: OcspAnswer,
  certificate: Cert,
  issuer: Cert,
  at: number,
): OcspStatus | undefined {
  try {
    for (const response of answer.responses) {
      const [id, status, thisUpdate, nextUpdate] = childrenOf(response);
      if (!id || !status || !thisUpdate || !isAbout(id, certificate, issuer)) continue;
      if (!isSigned(answer, issuer, at)) return undefined;
      const [since] = status.tag === REVOKED ? childrenOf(status) : [];
      return {
        status: status.tag === GOOD ? 'good' : status.tag === REVOKED ? 'revoked' : 'unknown',
        revokedSince: since ? instantOf(since) || 0 : undefined,
        thisUpdate: instantOf(thisUpdate),
        nextUpdate:
          nextUpdate?.tag === FIRST ? instantOf(readDer(nextUpdate.content)) : Number.POSITIVE_INFINITY,
      };
    }
    return undefined;
  } catch {
    return undefined;
  }
}

function isAbout(id: Der, certificate: Cert, issuer: Cert): boolean {
  const [algorithm, name, key, serial] = childrenOf(id);
  const digest = algorithm && NAMING[readAlgorithm(algorithm).oid];
  const [, keyBits] = childrenOf(issuer.publicKey);
  if (!digest || !name || !key || !keyBits || !serial?.content.equals(certificate.serial)) return false;
  const hash = (bytes: Uint8Array) => createHash(digest).update(bytes).digest();
  return hash(issuer.subject).equals(octetsOf(name)) && hash(bitsOf(keyBits)).equals(octetsOf(key));
}

/** Signed by the issuer itself, or by one that it authorized for this. */
function isSigned(
  { algorithm, signed: data, signature, certificates }: OcspAnswer,
  issuer: Cert,
  at: number,
): boolean {
  const delegates = certificates.filter(
    one =>
      one.purposes?.includes(OCSP_SIGNING) &&
      at >= one.notBefore &&
      at <= one.notAfter &&
      issued(issuer, one),
  );
  return [issuer, ...delegates].some(
    ({ key }) => verifySignature({ algorithm, data, signature, key }) === undefined,
  );
}
