import { createHash } from 'node:crypto';
import type { Signer } from '../ports/signing.ts';
import { bits, integer, octets, oid, sequence, setOf, tagged, text, time, yes } from './der.ts';
import { algorithmOf } from './write-cms.ts';

/** What every certificate of a demonstration says of itself. */
export const DEMONSTRATION = 'Bản trình diễn, không có giá trị pháp lý';

/** Fixed, so that the same key gives the same certificates whenever they are made. */
const FROM = Date.UTC(2026, 0, 1);
const UNTIL = Date.UTC(2036, 0, 1);
const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
/** Longest part of a name (RFC 5280, appendix A). */
const LONGEST = 64;
/** Bits of KeyUsage: signs certificates and lists; signs documents. */
const FOR_AUTHORITY = 0x06;
const FOR_DOCUMENTS = 0xc0;

/** A key as it can be asked to sign. */
type Key = Pick<Signer, 'algorithm' | 'sign'> & {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
};

/**
 * Certificates for a seal until the state's authority has certified its key: one of an agency, issued by one that
 * stands for all of the deployment. Both are signed by the key itself, and both say that they are a demonstration.
 *
 * @returns that of the agency first.
 */
export async function demonstrationChain(key: Key, agency: string): Promise<readonly Uint8Array[]> {
  return Promise.all([certificateOf(key, agency), certificateOf(key, undefined)]);
}

/** The certificate that stands for all demonstration seals of a key: an authority to be trusted in demonstrations. */
export const demonstrationAuthority = (key: Key): Promise<Uint8Array> => certificateOf(key, undefined);

async function certificateOf(key: Key, agency: string | undefined): Promise<Uint8Array> {
  const authority = nameOf('Một Cửa');
  const subject = agency === undefined ? authority : nameOf(agency);
  const serial = createHash('sha256').update(key.publicKey).update(subject).digest().subarray(0, 16);
  const algorithm = algorithmOf(key.algorithm);
  const usage = agency === undefined ? FOR_AUTHORITY : FOR_DOCUMENTS;
  const tbs = sequence(
    tagged(0, integer(2)),
    integer(serial),
    algorithm,
    authority,
    sequence(time(FROM), time(UNTIL)),
    subject,
    key.publicKey,
    tagged(
      3,
      sequence(
        ...(agency === undefined ? [extension('2.5.29.19', sequence(yes()))] : []),
        extension('2.5.29.15', bits(Buffer.from([usage]), usage === FOR_AUTHORITY ? 1 : 6)),
      ),
    ),
  );
  const signature = await key.sign(createHash('sha256').update(tbs).digest());
  return sequence(tbs, algorithm, bits(signature));
}

const nameOf = (common: string): Buffer =>
  sequence(
    ...[
      [ORGANIZATION, DEMONSTRATION],
      [COMMON_NAME, common.slice(0, LONGEST)],
    ].map(([type = '', value = '']) => setOf(sequence(oid(type), text(value)))),
  );

const extension = (type: string, value: Buffer): Buffer => sequence(oid(type), yes(), octets(value));
