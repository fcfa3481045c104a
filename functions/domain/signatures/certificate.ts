import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import { Certificate, type Extension } from 'pkijs';

/** Extensions that are looked at here; any other that is critical cannot be passed over. */
export const EXTENSION = {
  keyUsage: '2.5.29.15',
  subjectAlternativeName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  policies: '2.5.29.32',
  extendedKeyUsage: '2.5.29.37',
} as const;
const KNOWN = new Set<string>(Object.values(EXTENSION));

const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';

/** A certificate, as DER and as its parts. */
export class Cert {
  readonly der: Buffer;
  readonly parsed: Certificate;
  readonly #x509: X509Certificate;

  constructor(der: Uint8Array) {
    this.der = Buffer.from(der);
    this.parsed = Certificate.fromBER(Uint8Array.from(der).buffer);
    this.#x509 = new X509Certificate(this.der);
  }

  /** Undefined if the bytes are no certificate. */
  static read(der: Uint8Array): Cert | undefined {
    try {
      return new Cert(der);
    } catch {
      return undefined;
    }
  }

  get key(): KeyObject {
    return this.#x509.publicKey;
  }
  get isAuthority(): boolean {
    return this.#x509.ca;
  }
  get serialNumber(): string {
    return this.#x509.serialNumber;
  }
  get subject(): Buffer {
    return Buffer.from(this.parsed.subject.toSchema().toBER());
  }
  get issuer(): Buffer {
    return Buffer.from(this.parsed.issuer.toSchema().toBER());
  }
  get notBefore(): number {
    return this.parsed.notBefore.value.getTime();
  }
  get notAfter(): number {
    return this.parsed.notAfter.value.getTime();
  }
  get sha256(): string {
    return createHash('sha256').update(this.der).digest('hex');
  }
  get subjectName(): string {
    return partOf(this.parsed.subject, COMMON_NAME) ?? partOf(this.parsed.subject, ORGANIZATION) ?? '';
  }
  get organization(): string | null {
    return partOf(this.parsed.subject, ORGANIZATION) ?? null;
  }
  get issuerName(): string {
    return partOf(this.parsed.issuer, COMMON_NAME) ?? partOf(this.parsed.issuer, ORGANIZATION) ?? '';
  }

  extension(oid: string): Extension | undefined {
    return this.parsed.extensions?.find(({ extnID }) => extnID === oid);
  }

  /** Whether the key may be used so, by the bit of KeyUsage (0 is digitalSignature); true if nothing is said. */
  mayBeUsed(...bits: readonly number[]): boolean {
    const usage = this.extension(EXTENSION.keyUsage)?.parsedValue;
    if (usage === undefined) return true;
    const first: number = usage.valueBlock?.valueHexView?.[0] ?? 0;
    return bits.some(bit => (first & (0x80 >> bit)) !== 0);
  }

  /** The purposes that the certificate is restricted to; undefined if it is not. */
  get purposes(): readonly string[] | undefined {
    return this.extension(EXTENSION.extendedKeyUsage)?.parsedValue?.keyPurposes;
  }

  get hasUnknownCritical(): boolean {
    return (this.parsed.extensions ?? []).some(({ critical, extnID }) => critical && !KNOWN.has(extnID));
  }
}

interface Named {
  readonly typesAndValues: readonly {
    readonly type: string;
    readonly value: { readonly valueBlock: { readonly value: unknown } };
  }[];
}

function partOf(name: Named, oid: string): string | undefined {
  const value = name.typesAndValues.find(({ type }) => type === oid)?.value.valueBlock.value;
  return typeof value === 'string' ? value : undefined;
}
