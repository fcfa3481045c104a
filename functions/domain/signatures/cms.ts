import { createHash } from 'node:crypto';
import { type Algorithm, digestName, readAlgorithm, verifySignature } from './algorithms.ts';
import { Cert } from './certificate.ts';
import { childrenOf, type Der, dotted, instantOf, octetsOf, readDer, TAG } from './der.ts';
import { certificateNamed } from './signing-certificate.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const DATA = '1.2.840.113549.1.7.1';
export const ATTRIBUTE = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  revocation: '1.2.840.113583.1.1.8',
} as const;
/** Tags by place: certificates and signed attributes, CRLs and unsigned attributes. */
const FIRST = 0xa0;
const SECOND = 0xa1;
const KEY_IDENTIFIER = 0x80;
/** Longest contents of a signature that are read. */
const LONGEST = 16 * 1024 * 1024;
const MOST_CERTIFICATES = 100;

/** A signature in CMS (RFC 5652) with one signer. */
export interface Cms {
  readonly certificate: Cert | undefined;
  readonly certificates: readonly Cert[];
  readonly crls: readonly Buffer[];
  readonly content: { readonly type: string; readonly bytes: Buffer | undefined };
  readonly digest: Algorithm;
  readonly algorithm: Algorithm;
  readonly signature: Buffer;
  /** Its attributes by their types, first values; undefined if it has none. */
  readonly signed: ReadonlyMap<string, Der> | undefined;
  readonly unsigned: ReadonlyMap<string, Der>;
  /** The signed attributes as they were signed. */
  readonly signedBytes: Buffer | undefined;
}

/** Reads CMS; undefined if it is none, or one of a form that signatures of PDF do not have. */
export function readCms(bytes: Uint8Array): Cms | undefined {
  if (bytes.length === 0 || bytes.length > LONGEST) return undefined;
  try {
    const whole = readDer(Buffer.from(bytes));
    // The room that was kept for it is filled up with zeros.
    if (bytes.subarray(whole.whole.length).some(byte => byte !== 0)) return undefined;
    const [type, content] = childrenOf(whole);
    if (!type || dotted(type) !== SIGNED_DATA || !content) return undefined;
    return readSignedData([...childrenOf(readDer(content.content))]);
  } catch {
    return undefined;
  }
}

function readSignedData([, , encapsulated, ...rest]: readonly Der[]): Cms | undefined {
  const partsOf = (tag: number): Der[] =>
    rest.filter(part => part.tag === tag).flatMap(part => [...childrenOf(part)]);
  const signers = [...childrenOf(rest.at(-1) ?? { content: Buffer.alloc(0) })];
  const [signer] = signers;
  if (!encapsulated || !signer || signers.length !== 1) return undefined;
  const [version, holder, digest, ...others] = childrenOf(signer);
  const attributes = others[0]?.tag === FIRST ? others.shift() : undefined;
  const [algorithm, signature, unsigned] = others;
  if (!version || !holder || !digest || !algorithm || !signature) return undefined;
  const certificates = partsOf(FIRST)
    .slice(0, MOST_CERTIFICATES)
    .flatMap(({ whole }) => Cert.read(whole) ?? []);
  const signed = attributes && readAttributes(attributes);
  if (attributes && !signed) return undefined;
  return {
    certificate: certificates.find(one => identifies(holder, one)),
    certificates,
    crls: partsOf(SECOND).map(({ whole }) => whole),
    content: readContent(encapsulated),
    digest: readAlgorithm(digest),
    algorithm: readAlgorithm(algorithm),
    signature: octetsOf(signature),
    signed,
    unsigned: (unsigned?.tag === SECOND && readAttributes(unsigned)) || new Map<string, Der>(),
    signedBytes: attributes && Buffer.concat([Buffer.from([TAG.set]), attributes.whole.subarray(1)]),
  };
}

function readContent(encapsulated: Der): Cms['content'] {
  const [type, content] = childrenOf(encapsulated);
  return { type: type ? dotted(type) : '', bytes: content && octetsOf(readDer(content.content)) };
}

/** Undefined if a type comes twice: which of them counts, programs disagree on. */
function readAttributes(set: Der): ReadonlyMap<string, Der> | undefined {
  const attributes = new Map<string, Der>();
  for (const attribute of childrenOf(set)) {
    const [type, values] = childrenOf(attribute);
    const [first] = values ? childrenOf(values) : [];
    if (!type || attributes.has(dotted(type))) return undefined;
    if (first) attributes.set(dotted(type), first);
  }
  return attributes;
}

function identifies(holder: Der, certificate: Cert): boolean {
  if (holder.tag === KEY_IDENTIFIER) return certificate.subjectKey?.equals(holder.content) ?? false;
  const [issuer, serial] = childrenOf(holder);
  return (
    issuer?.whole.equals(certificate.issuer) === true && serial?.content.equals(certificate.serial) === true
  );
}

/**
 * What is wrong with a signature over this content, before any question of trust. Empty: the content is what was
 * signed, and the key of the certificate signed it.
 */
export function faultsOfCms(cms: Cms, parts: readonly Uint8Array[], contentType = DATA): readonly string[] {
  const { certificate, signed, signedBytes } = cms;
  const name = digestName(cms.digest.oid);
  if (!name) return ['digest-not-accepted'];
  if (!certificate) return ['certificate-missing'];
  if (!signed || !signedBytes) return faultsOfKey(cms, certificate, Buffer.concat(parts));
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  const told = signed.get(ATTRIBUTE.messageDigest);
  const type = signed.get(ATTRIBUTE.contentType);
  if (!told || !type || dotted(type) !== contentType) return ['cms-malformed'];
  if (!octetsOf(told).equals(hash.digest())) return ['digest-differs'];
  if (certificateNamed(signed, certificate) === 'differs') return ['certificate-differs'];
  return faultsOfKey(cms, certificate, signedBytes);
}

function faultsOfKey(
  { algorithm, digest, signature }: Cms,
  certificate: Cert,
  data: Buffer,
): readonly string[] {
  let key: Cert['key'];
  try {
    key = certificate.key;
  } catch {
    return ['algorithm-not-accepted'];
  }
  const fault = verifySignature({ algorithm, digest: digest.oid, data, signature, key });
  return fault ? [fault] : [];
}

/** The time that the signer claims in its attributes, in milliseconds. */
export function claimedTime({ signed }: Cms): number | undefined {
  const value = signed?.get(ATTRIBUTE.signingTime);
  const at = value ? instantOf(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
