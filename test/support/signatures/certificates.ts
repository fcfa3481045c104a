import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Signer } from '../../../functions/domain/ports/signing.ts';
import { Cert } from '../../../functions/domain/signatures/certificate.ts';
import {
  bits,
  bitsOf,
  childrenOf,
  der,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  tagged,
  text,
  time,
  yes,
} from '../../../functions/domain/signatures/der.ts';
import { signDigest } from '../../../local/kms/sign-digest.ts';

export const NOW = Date.parse('2026-11-27T10:00:00+07:00');
const YEAR = 365 * 24 * 3_600_000;

/** A holder of a key and of a certificate. */
export interface Holder {
  readonly name: string;
  readonly key: KeyObject;
  readonly der: Buffer;
  /** This certificate and those above it. */
  readonly chain: readonly Buffer[];
}

export interface Wishes {
  readonly issuer?: Holder;
  readonly authority?: boolean;
  readonly kind?: 'rsa' | 'rsa-short' | 'ec' | 'ed448';
  readonly from?: number;
  readonly until?: number;
  /** Purposes (EKU), by their OIDs. */
  readonly purposes?: readonly string[];
  /** Bits of KeyUsage, the first byte. */
  readonly usage?: number;
  readonly digest?: 'sha256' | 'sha1';
  /** Where its revocation is told. */
  readonly crlUrl?: string;
  readonly ocspUrl?: string;
}

let serial = 1000;

const rsa = new Map<string, KeyObject>();
/** RSA keys take long to make, so each name has one for all tests of a file. */
function keyOf(name: string, kind: NonNullable<Wishes['kind']>): KeyObject {
  if (kind === 'ed448') return generateKeyPairSync('ed448').privateKey;
  if (kind === 'rsa-short') return generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
  if (kind === 'ec') return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const made = rsa.get(name) ?? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  rsa.set(name, made);
  return made;
}

export const nameOf = (common: string, organization?: string): Buffer =>
  sequence(
    setOf(sequence(oid('2.5.4.6'), Buffer.from([0x13, 2, 0x56, 0x4e]))),
    ...(organization ? [setOf(sequence(oid('2.5.4.10'), text(organization)))] : []),
    setOf(sequence(oid('2.5.4.3'), text(common))),
  );

const extension = (id: string, critical: boolean, value: Buffer) =>
  sequence(oid(id), ...(critical ? [yes()] : []), octets(value));

const uri = (address: string): Buffer => der(0x86, Buffer.from(address));

export function algorithmFor(key: KeyObject, digest: 'sha256' | 'sha1' = 'sha256'): Buffer {
  if (key.asymmetricKeyType === 'ec')
    return sequence(oid(digest === 'sha1' ? '1.2.840.10045.4.1' : '1.2.840.10045.4.3.2'));
  return sequence(oid(digest === 'sha1' ? '1.2.840.113549.1.1.5' : '1.2.840.113549.1.1.11'), nothing());
}

/** Makes somebody with a key and a certificate, self-signed unless an issuer is named. */
export function holder(name: string, wishes: Wishes = {}): Holder {
  const {
    issuer,
    authority = false,
    kind = 'ec',
    from = NOW - YEAR,
    until = NOW + YEAR,
    digest = 'sha256',
  } = wishes;
  const key = keyOf(name, kind);
  const signingKey = issuer?.key ?? key;
  serial += 1;
  const usage = wishes.usage ?? (authority ? 0x06 : 0xc0);
  const tbs = sequence(
    tagged(0, integer(2)),
    integer(serial),
    algorithmFor(signingKey, digest),
    nameOf(issuer?.name ?? name),
    sequence(time(from), time(until)),
    nameOf(name),
    createPublicKey(key).export({ format: 'der', type: 'spki' }),
    tagged(
      3,
      sequence(
        extension('2.5.29.15', true, bits(Buffer.from([usage]))),
        ...(authority ? [extension('2.5.29.19', true, sequence(yes()))] : []),
        ...(wishes.crlUrl === undefined
          ? []
          : [extension('2.5.29.31', false, sequence(sequence(tagged(0, tagged(0, uri(wishes.crlUrl))))))]),
        ...(wishes.ocspUrl === undefined
          ? []
          : [
              extension(
                '1.3.6.1.5.5.7.1.1',
                false,
                sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), uri(wishes.ocspUrl))),
              ),
            ]),
        ...(wishes.purposes ? [extension('2.5.29.37', true, sequence(...wishes.purposes.map(oid)))] : []),
      ),
    ),
  );
  const whole = sequence(tbs, algorithmFor(signingKey, digest), bits(sign(digest, tbs, signingKey)));
  return { name, key, der: whole, chain: [whole, ...(issuer?.chain ?? [])] };
}

/** The serial number of a certificate, as DER. */
export const serialOf = (of: Holder): Buffer => {
  const tbs = of.der;
  const hex = tbs.toString('hex');
  const found = /a003020102(02..)((?:..)+)/.exec(hex);
  const length = Number.parseInt(found?.[1]?.slice(2) ?? '0', 16);
  return Buffer.from(`${found?.[1]}${found?.[2]?.slice(0, length * 2)}`, 'hex');
};

/** A list of revoked certificates. */
export function crlOf(
  issuer: Holder,
  revoked: readonly { readonly of: Holder; readonly since: number }[],
  next = NOW + YEAR,
): Buffer {
  const list = sequence(
    integer(1),
    algorithmFor(issuer.key),
    nameOf(issuer.name),
    time(NOW - 3_600_000),
    time(next),
    ...(revoked.length > 0
      ? [sequence(...revoked.map(({ of, since }) => sequence(serialOf(of), time(since))))]
      : []),
  );
  return sequence(list, algorithmFor(issuer.key), bits(sign('sha256', list, issuer.key)));
}

/** An answer by OCSP about one certificate, signed by its issuer or by somebody else. */
export function ocspOf(issuer: Holder, of: Holder, status: 'good' | number, by: Holder = issuer): Buffer {
  const sha1 = (bytes: Uint8Array) => octets(createHash('sha1').update(bytes).digest());
  const { subject, publicKey } = new Cert(issuer.der);
  const [, key] = childrenOf(publicKey);
  const id = sequence(
    sequence(oid('1.3.14.3.2.26'), nothing()),
    sha1(subject),
    sha1(key ? bitsOf(key) : Buffer.alloc(0)),
    serialOf(of),
  );
  const general = (at: number) =>
    der(0x18, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)}Z`));
  const told = status === 'good' ? der(0x80) : der(0xa1, general(status));
  const single = sequence(id, told, general(NOW - 60_000), tagged(0, general(NOW + 3_600_000)));
  const data = sequence(tagged(1, nameOf(by.name)), general(NOW), sequence(single));
  const certificates = by === issuer ? [] : [tagged(0, sequence(by.der))];
  const basic = sequence(data, algorithmFor(by.key), bits(sign('sha256', data, by.key)), ...certificates);
  return sequence(
    der(0x0a, Buffer.from([0])),
    tagged(0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octets(basic))),
  );
}

/** The signer of somebody's key. The digest is signed as KMS signs it. */
export function signerOf({ key, chain }: Holder): Signer {
  const rsaKey = key.asymmetricKeyType === 'rsa';
  return {
    algorithm: rsaKey ? 'rsa-pkcs1-sha256' : 'ecdsa-p256-sha256',
    chain,
    async sign(digest) {
      return signDigest(Buffer.from(digest), key);
    },
  };
}

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
