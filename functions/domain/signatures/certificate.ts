import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { type Algorithm, readAlgorithm } from './algorithms.ts';
import { bitsOf, childrenOf, type Der, dotted, instantOf, octetsOf, readDer, TAG } from './der.ts';
import { partOfName } from './names.ts';

const EXTENSION = {
  subjectKey: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAlternativeName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  policies: '2.5.29.32',
  extendedKeyUsage: '2.5.29.37',
} as const;
/** Extensions that are looked at here; any other that is critical cannot be passed over. */
const KNOWN = new Set<string>(Object.values(EXTENSION));

const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
const EXTENSIONS = 0xa3;
const VERSION = 0xa0;

/** A certificate (RFC 5280), as DER and as its parts. */
export class Cert {
  readonly der: Buffer;
  /** What its issuer signed, how, and the signature. */
  readonly signed: { readonly bytes: Buffer; readonly algorithm: Algorithm; readonly signature: Buffer };
  /** As DER without tag and length. */
  readonly serial: Buffer;
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: Der;
  readonly #extensions = new Map<string, { readonly critical: boolean; readonly value: Buffer }>();
  #key: KeyObject | undefined;

  /** @throws RangeError if the bytes are no certificate. */
  constructor(der: Uint8Array) {
    const whole = readDer(Buffer.from(der));
    const [tbs, algorithm, signature] = childrenOf(whole);
    if (!tbs || !algorithm || !signature) throw new RangeError('no certificate');
    this.der = whole.whole;
    this.signed = { bytes: tbs.whole, algorithm: readAlgorithm(algorithm), signature: bitsOf(signature) };
    const parts = [...childrenOf(tbs)];
    if (parts[0]?.tag === VERSION) parts.shift();
    const [serial, , issuer, validity, subject, publicKey, ...rest] = parts;
    const [notBefore, notAfter] = validity ? childrenOf(validity) : [];
    if (!serial || !issuer || !notBefore || !notAfter || !subject || !publicKey)
      throw new RangeError('no certificate');
    this.serial = serial.content;
    this.issuer = issuer.whole;
    this.subject = subject.whole;
    this.notBefore = instantOf(notBefore);
    this.notAfter = instantOf(notAfter);
    this.publicKey = publicKey;
    for (const list of rest.filter(({ tag }) => tag === EXTENSIONS))
      for (const extension of childrenOf(readDer(list.content))) {
        const [id, ...values] = childrenOf(extension);
        const value = values.at(-1);
        if (id && value)
          this.#extensions.set(dotted(id), {
            critical: values[0]?.tag === TAG.boolean,
            value: octetsOf(value),
          });
      }
  }

  /** Undefined if the bytes are no certificate. */
  static read(der: Uint8Array): Cert | undefined {
    try {
      return new Cert(der);
    } catch {
      return undefined;
    }
  }

  /** @throws if it is a key of a kind that is not known here. */
  get key(): KeyObject {
    this.#key ??= createPublicKey({ key: this.publicKey.whole, format: 'der', type: 'spki' });
    return this.#key;
  }
  get serialNumber(): string {
    return this.serial
      .toString('hex')
      .replace(/^00(?=..)/, '')
      .toUpperCase();
  }
  get sha256(): string {
    return createHash('sha256').update(this.der).digest('hex');
  }
  get subjectName(): string {
    return partOfName(this.subject, COMMON_NAME) ?? partOfName(this.subject, ORGANIZATION) ?? '';
  }
  get organization(): string | null {
    return partOfName(this.subject, ORGANIZATION) ?? null;
  }
  get issuerName(): string {
    return partOfName(this.issuer, COMMON_NAME) ?? partOfName(this.issuer, ORGANIZATION) ?? '';
  }

  /** What an extension says, as DER. */
  extension(oid: string): Der | undefined {
    const found = this.#extensions.get(oid);
    return found && readDer(found.value);
  }

  /** Whether it is an authority, and how many others may stand between it and a signer. */
  get authority(): { readonly longest: number } | undefined {
    const [authority, longest] = childrenOf(
      this.extension(EXTENSION.basicConstraints) ?? { content: Buffer.alloc(0) },
    );
    if (authority?.tag !== TAG.boolean || authority.content[0] === 0) return undefined;
    return { longest: longest?.content.length === 1 ? (longest.content[0] ?? 0) : Number.POSITIVE_INFINITY };
  }

  get subjectKey(): Buffer | undefined {
    return this.extension(EXTENSION.subjectKey)?.content;
  }

  /** Whether the key may be used so, by the bits of KeyUsage (0 is digitalSignature); true if nothing is said. */
  mayBeUsed(...bits: readonly number[]): boolean {
    const usage = this.extension(EXTENSION.keyUsage);
    if (!usage) return true;
    const first = bitsOf(usage)[0] ?? 0;
    return bits.some(bit => (first & (0x80 >> bit)) !== 0);
  }

  /** The purposes that the certificate is restricted to; undefined if it is not. */
  get purposes(): readonly string[] | undefined {
    const list = this.extension(EXTENSION.extendedKeyUsage);
    return list && [...childrenOf(list)].map(dotted);
  }

  get hasUnknownCritical(): boolean {
    return [...this.#extensions].some(([oid, { critical }]) => critical && !KNOWN.has(oid));
  }
}
