import { constants, createHash, type KeyObject, sign } from 'node:crypto';
import { prepareSeal } from '../../../functions/domain/sealing/prepare-seal.ts';
import { Cert } from '../../../functions/domain/signatures/certificate.ts';
import {
  der,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  tagged,
} from '../../../functions/domain/signatures/der.ts';
import { type Holder, NOW } from './certificates.ts';
import { plainDraw } from './documents.ts';

const DIGESTS = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

/** How other programs might sign. */
export interface Manner {
  readonly digest?: keyof typeof DIGESTS;
  readonly scheme?: 'pkcs1' | 'pss' | 'ecdsa' | 'ed448';
  /** Signs another content than that of the document. */
  readonly wrong?: 'content' | 'key';
  readonly signingTime?: number;
}

const attribute = (type: string, value: Buffer) => sequence(oid(type), setOf(value));

/** Signs a document as another program would, in any manner. */
export async function foreignSignature(pdf: Uint8Array, who: Holder, manner: Manner = {}): Promise<Buffer> {
  const { digest = 'sha256', scheme = 'pkcs1', wrong } = manner;
  const prepared = await prepareSeal(pdf, {
    field: 'foreign',
    name: who.name,
    at: manner.signingTime ?? NOW,
    room: 8000,
    draw: plainDraw,
  });
  const { bytes, contents } = prepared;
  const hash = createHash(digest)
    .update(bytes.subarray(0, contents.start))
    .update(bytes.subarray(contents.end));
  if (wrong === 'content') hash.update('more');
  const attributes = setOf(
    attribute('1.2.840.113549.1.9.3', oid('1.2.840.113549.1.7.1')),
    attribute('1.2.840.113549.1.9.4', octets(hash.digest())),
  );
  const signature = signed(wrong === 'key' ? Buffer.from('x') : attributes, who.key, digest, scheme);
  const { issuer, serial } = new Cert(who.der);
  const algorithm = sequence(oid(DIGESTS[digest]), nothing());
  const info = sequence(
    integer(1),
    sequence(issuer, der(2, serial)),
    algorithm,
    Buffer.concat([Buffer.from([0xa0]), attributes.subarray(1)]),
    algorithmOf(scheme, algorithm),
    octets(signature),
  );
  const data = sequence(
    integer(1),
    der(0x31, algorithm),
    sequence(oid('1.2.840.113549.1.7.1')),
    tagged(0, ...who.chain),
    der(0x31, info),
  );
  const cms = sequence(oid('1.2.840.113549.1.7.2'), tagged(0, data));
  bytes.write(cms.toString('hex'), contents.start + 1, 'latin1');
  return bytes;
}

function signed(data: Buffer, key: KeyObject, digest: string, scheme: Manner['scheme']): Buffer {
  if (scheme === 'ed448') return sign(null, data, key);
  if (scheme !== 'pss') return sign(digest, data, key);
  return sign(digest, data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
}

function algorithmOf(scheme: Manner['scheme'], digest: Buffer): Buffer {
  if (scheme === 'ed448') return sequence(oid('1.3.101.113'));
  if (scheme === 'ecdsa') return sequence(oid('1.2.840.10045.4.3.2'));
  if (scheme === 'pkcs1') return sequence(oid('1.2.840.113549.1.1.1'), nothing());
  const mask = sequence(oid('1.2.840.113549.1.1.8'), digest);
  return sequence(
    oid('1.2.840.113549.1.1.10'),
    sequence(tagged(0, digest), tagged(1, mask), tagged(2, integer(32))),
  );
}
