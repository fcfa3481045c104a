import { createHash } from 'node:crypto';
import { crc32cHasher, crc32Hasher, crc64NvmeHasher, type Hasher } from './crc.ts';
import { S3Error } from './errors.ts';

/** The checksum algorithms of S3, in the spelling of its headers. */
export const CHECKSUM_ALGORITHMS = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'] as const;

/** One of S3's checksum algorithms. */
export type ChecksumAlgorithm = (typeof CHECKSUM_ALGORITHMS)[number];

/** A checksum in base64 with its algorithm. */
export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly value: string;
}

const WIDTH: Readonly<Record<ChecksumAlgorithm, number>> = {
  crc32: 4,
  crc32c: 4,
  crc64nvme: 8,
  sha1: 20,
  sha256: 32,
};

/** A running checksum of the algorithm. */
export function checksumHasher(algorithm: ChecksumAlgorithm): Hasher {
  if (algorithm === 'crc32') return crc32Hasher();
  if (algorithm === 'crc32c') return crc32cHasher();
  if (algorithm === 'crc64nvme') return crc64NvmeHasher();
  const hash = createHash(algorithm);
  return { update: data => void hash.update(data), digest: () => hash.digest() };
}

/** The base64 checksum of a whole body. */
export function checksumOf(algorithm: ChecksumAlgorithm, body: Buffer): string {
  const hasher = checksumHasher(algorithm);
  hasher.update(body);
  return hasher.digest().toString('base64');
}

/** The algorithm of that name in any case, `CRC32` or `crc32`. */
export function algorithmNamed(name: string | undefined): ChecksumAlgorithm | undefined {
  return CHECKSUM_ALGORITHMS.find(known => known === name?.toLowerCase());
}

/** The header that carries a checksum of the algorithm. */
export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return `x-amz-checksum-${algorithm}`;
}

/** The element that carries a checksum of the algorithm, `ChecksumCRC32`. */
export function checksumElement(algorithm: ChecksumAlgorithm): string {
  return `Checksum${algorithm.toUpperCase()}`;
}

/** The checksum that headers, form fields or trailers claim, checked for its form only. Throws InvalidRequest. */
export function claimedChecksum(headers: Readonly<Record<string, string>>): Checksum | undefined {
  const claims = CHECKSUM_ALGORITHMS.flatMap(algorithm => {
    const value = headers[checksumHeader(algorithm)];
    return value === undefined ? [] : [{ algorithm, value }];
  });
  if (claims.length > 1)
    throw new S3Error(
      'InvalidRequest',
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  const [claim] = claims;
  if (claim && !isBase64(claim.value, WIDTH[claim.algorithm]))
    throw new S3Error('InvalidRequest', `Value for ${checksumHeader(claim.algorithm)} header is invalid.`);
  return claim;
}

function isBase64(value: string, bytes: number): boolean {
  const decoded = Buffer.from(value, 'base64');
  return decoded.length === bytes && decoded.toString('base64') === value;
}

/** Throws BadDigest when the body does not have the claimed checksum. */
export function verifyChecksum({ algorithm, value }: Checksum, body: Buffer): void {
  if (checksumOf(algorithm, body) !== value)
    throw new S3Error(
      'BadDigest',
      `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
    );
}

/**
 * Verifies every digest the headers claim for a body (Content-MD5 and `x-amz-checksum-*`) and returns the checksum to
 * keep: the claimed one, or the one asked for by name, or CRC64NVME as S3 adds it by itself.
 * Throws InvalidDigest, BadDigest, InvalidRequest.
 */
export function verifyDigests(headers: Readonly<Record<string, string>>, body: Buffer): Checksum {
  const md5 = headers['content-md5'];
  if (md5 !== undefined) {
    if (!isBase64(md5, 16)) throw new S3Error('InvalidDigest', undefined, { 'Content-MD5': md5 });
    const computed = createHash('md5').update(body).digest('base64');
    if (computed !== md5)
      throw new S3Error('BadDigest', undefined, { ExpectedDigest: md5, CalculatedDigest: computed });
  }
  const claim = claimedChecksum(headers);
  const asked = askedAlgorithm(headers);
  if (claim) {
    if (asked && asked !== claim.algorithm)
      throw new S3Error(
        'InvalidRequest',
        'Value for x-amz-sdk-checksum-algorithm header is invalid: it names another algorithm than the checksum sent.',
      );
    verifyChecksum(claim, body);
    return claim;
  }
  if (asked)
    throw new S3Error(
      'InvalidRequest',
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    );
  return { algorithm: 'crc64nvme', value: checksumOf('crc64nvme', body) };
}

function askedAlgorithm(headers: Readonly<Record<string, string>>): ChecksumAlgorithm | undefined {
  const name = headers['x-amz-sdk-checksum-algorithm'];
  const algorithm = algorithmNamed(name);
  if (name !== undefined && algorithm === undefined)
    throw new S3Error('InvalidRequest', 'Value for x-amz-sdk-checksum-algorithm header is invalid.');
  return algorithm;
}
