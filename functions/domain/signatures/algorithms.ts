import { constants, type KeyObject, verify } from 'node:crypto';
import { childrenOf, type Der, dotted } from './der.ts';

/** An algorithm as ASN.1 names it, with its parameters. */
export interface Algorithm {
  readonly oid: string;
  readonly parameters: Der | undefined;
}

export function readAlgorithm(value: Der): Algorithm {
  const [oid, parameters] = childrenOf(value);
  if (!oid) throw new RangeError('no algorithm');
  return { oid: dotted(oid), parameters };
}

/** Why a signature is not judged by its algorithm, or that it is wrong. */
export type AlgorithmFault =
  | 'signature-wrong'
  | 'digest-not-accepted'
  | 'algorithm-not-accepted'
  | 'key-too-short';

/** Digests of the families SHA-2 and SHA-3, as Annex I of TT 15/2025/TT-BKHCN demands, by their OIDs. */
const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
};

const RSA = '1.2.840.113549.1.1.1';
const PSS = '1.2.840.113549.1.1.10';
/** Algorithms whose name holds the digest. */
const WITH_DIGEST: Readonly<Record<string, { readonly key: 'rsa' | 'ec'; readonly digest: string }>> = {
  '1.2.840.113549.1.1.11': { key: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', digest: 'sha512' },
  '2.16.840.1.101.3.4.3.14': { key: 'rsa', digest: 'sha3-256' },
  '2.16.840.1.101.3.4.3.15': { key: 'rsa', digest: 'sha3-384' },
  '2.16.840.1.101.3.4.3.16': { key: 'rsa', digest: 'sha3-512' },
  '1.2.840.10045.4.3.2': { key: 'ec', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', digest: 'sha512' },
  '2.16.840.1.101.3.4.3.10': { key: 'ec', digest: 'sha3-256' },
  '2.16.840.1.101.3.4.3.11': { key: 'ec', digest: 'sha3-384' },
  '2.16.840.1.101.3.4.3.12': { key: 'ec', digest: 'sha3-512' },
};
/** The same with digests that are broken: named apart, so that the reason can be told. */
const BROKEN_DIGEST = new Set([
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.3',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10045.4.1',
]);

const SHORTEST_RSA = 2048;
const SHORTEST_EC = 256;
const CURVES: Readonly<Record<string, number>> = {
  prime256v1: 256,
  secp384r1: 384,
  secp521r1: 521,
  brainpoolP256r1: 256,
  brainpoolP384r1: 384,
  brainpoolP512r1: 512,
};

/** Node's name of a digest that is accepted; undefined of any other. */
export const digestName = (oid: string): string | undefined => DIGESTS[oid];

/**
 * Verifies a signature of CMS, of a certificate, a CRL or an OCSP answer.
 *
 * @param digest OID of the digest, where the algorithm's own name does not say it.
 */
export function verifySignature(asked: {
  readonly algorithm: Algorithm;
  readonly digest?: string;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
  readonly key: KeyObject;
}): AlgorithmFault | undefined {
  if (BROKEN_DIGEST.has(asked.algorithm.oid)) return 'digest-not-accepted';
  const scheme = schemeOf(asked.algorithm, asked.digest);
  if (typeof scheme === 'string') return scheme;
  const short = faultOfKey(asked.key, scheme.key);
  if (short) return short;
  try {
    const { digest, padding } = scheme;
    const right = verify(digest, asked.data, { key: asked.key, ...padding }, asked.signature);
    return right ? undefined : 'signature-wrong';
  } catch {
    return 'signature-wrong';
  }
}

interface Scheme {
  readonly key: 'rsa' | 'ec';
  readonly digest: string;
  readonly padding?: { readonly padding: number; readonly saltLength?: number };
}

function schemeOf(algorithm: Algorithm, digest: string | undefined): Scheme | AlgorithmFault {
  const { oid } = algorithm;
  const beside = digest === undefined ? undefined : DIGESTS[digest];
  if (digest !== undefined && beside === undefined) return 'digest-not-accepted';
  if (oid === RSA) return beside ? { key: 'rsa', digest: beside } : 'algorithm-not-accepted';
  if (oid === PSS) return pssOf(algorithm, beside);
  const named = WITH_DIGEST[oid];
  if (!named) return 'algorithm-not-accepted';
  // A digest of the document that is another than the signature's own is a contradiction.
  return beside !== undefined && beside !== named.digest ? 'algorithm-not-accepted' : named;
}

const MGF1 = '1.2.840.113549.1.1.8';

/** RSASSA-PSS (RFC 4055), where both of its digests are the same: others are not known to be used. */
function pssOf({ parameters }: Algorithm, beside: string | undefined): Scheme | AlgorithmFault {
  try {
    const parts = new Map(
      [...childrenOf(parameters ?? { content: Buffer.alloc(0) })].map(part => [part.tag, part]),
    );
    const inner = (tag: number): Der | undefined => {
      const part = parts.get(tag);
      return part && [...childrenOf(part)][0];
    };
    const [hash, mask, salt] = [inner(0xa0), inner(0xa1), inner(0xa2)];
    // What is left out is SHA-1.
    const digest = hash && DIGESTS[readAlgorithm(hash).oid];
    if (!digest) return 'digest-not-accepted';
    const masking = mask && readAlgorithm(mask);
    const maskDigest = masking?.parameters && readAlgorithm(masking.parameters).oid;
    const same = masking?.oid === MGF1 && maskDigest !== undefined && DIGESTS[maskDigest] === digest;
    if (!same || (beside !== undefined && beside !== digest)) return 'algorithm-not-accepted';
    const saltLength = salt ? salt.content.readUIntBE(0, Math.min(salt.content.length, 4)) : 20;
    return { key: 'rsa', digest, padding: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength } };
  } catch {
    return 'algorithm-not-accepted';
  }
}

function faultOfKey(key: KeyObject, wanted: 'rsa' | 'ec'): AlgorithmFault | undefined {
  const details = key.asymmetricKeyDetails;
  const rsa = key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss';
  if (wanted === 'rsa') {
    if (!rsa) return 'signature-wrong';
    return (details?.modulusLength ?? 0) < SHORTEST_RSA ? 'key-too-short' : undefined;
  }
  if (key.asymmetricKeyType !== 'ec') return 'signature-wrong';
  const length = CURVES[details?.namedCurve ?? ''];
  if (length === undefined) return 'algorithm-not-accepted';
  return length < SHORTEST_EC ? 'key-too-short' : undefined;
}
