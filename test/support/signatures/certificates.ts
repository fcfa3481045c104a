import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Signer } from '../../../functions/domain/ports/signing.ts';
import {
  bits,
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
        ...(wishes.purposes ? [extension('2.5.29.37', true, sequence(...wishes.purposes.map(oid)))] : []),
      ),
    ),
  );
  const der = sequence(tbs, algorithmFor(signingKey, digest), bits(sign(digest, tbs, signingKey)));
  return { name, key, der, chain: [der, ...(issuer?.chain ?? [])] };
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
