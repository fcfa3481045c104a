import { createHash } from 'node:crypto';
import type { WireResponse } from '../../host/wire.ts';
import { checksumElement, checksumHasher, checksumHeader, claimedChecksum } from '../protocol/checksums.ts';
import type { Hasher } from '../protocol/crc.ts';
import { S3Error } from '../protocol/errors.ts';
import { parameter } from '../protocol/request.ts';
import { childrenNamed, childText, element, parseXml, xmlDocument } from '../protocol/xml.ts';
import type { ObjectRecord, PartRecord, UploadRecord } from '../storage/records.ts';
import type { Version } from '../storage/version-files.ts';
import { type ObjectCall, xmlAnswer } from './call.ts';
import { checkWriteConditions } from './conditions.ts';
import { currentObject } from './find-version.ts';
import { uploadsOf } from './multipart-upload.ts';
import { encryptionHeaders, versionHeader } from './object-properties.ts';

const SMALLEST_PART = 5 * 1024 * 1024;

/** The parts that the uploader lists, as stored. Throws InvalidPartOrder, InvalidPart, EntityTooSmall, MalformedXML. */
function chosenParts(body: Buffer, stored: readonly PartRecord[], upload: UploadRecord): PartRecord[] {
  const listed = childrenNamed(parseXml(body, 'CompleteMultipartUpload'), 'Part').map(node => ({
    number: Number(childText(node, 'PartNumber')),
    eTag: (childText(node, 'ETag') ?? '').replaceAll('"', ''),
    checksum: childText(node, checksumElement(upload.checksumAlgorithm)),
  }));
  if (listed.length === 0) throw new S3Error('MalformedXML');
  if (listed.some(({ number }, at) => at > 0 && number <= (listed[at - 1]?.number ?? 0)))
    throw new S3Error('InvalidPartOrder');
  const needsChecksums = upload.checksumAsked && upload.checksumType === 'COMPOSITE';
  return listed.map(({ number, eTag, checksum }, at) => {
    const part = stored.find(known => known.number === number);
    const differs = part?.eTag !== eTag || (checksum !== undefined && checksum !== part.checksum.value);
    if (!part || differs)
      throw new S3Error('InvalidPart', undefined, {
        UploadId: upload.uploadId,
        PartNumber: String(number),
        ETag: eTag,
      });
    if (needsChecksums && checksum === undefined)
      throw new S3Error(
        'InvalidRequest',
        `The upload was created using a ${upload.checksumAlgorithm} checksum. The complete request must include the checksum for each part. It was missing for part ${number} in the request.`,
      );
    if (at < listed.length - 1 && part.size < SMALLEST_PART)
      throw new S3Error('EntityTooSmall', undefined, {
        ProposedSize: String(part.size),
        MinSizeAllowed: String(SMALLEST_PART),
        PartNumber: String(number),
        ETag: eTag,
      });
    return part;
  });
}

/** The ETag of an object in parts: the MD5 of their MD5s, and how many. */
function combinedETag(parts: readonly PartRecord[]): string {
  const hash = createHash('md5');
  for (const { eTag } of parts) hash.update(eTag, 'hex');
  return `${hash.digest('hex')}-${parts.length}`;
}

function feed(hasher: Hasher, pieces: Iterable<Buffer>): string {
  for (const piece of pieces) hasher.update(piece);
  return hasher.digest().toString('base64');
}

async function combinedChecksum(
  { checksumAlgorithm: algorithm, checksumType }: UploadRecord,
  parts: readonly PartRecord[],
  bytes: () => AsyncIterable<Buffer>,
): Promise<ObjectRecord['checksum']> {
  const hasher = checksumHasher(algorithm);
  if (checksumType === 'COMPOSITE') {
    const value = feed(
      hasher,
      parts.map(({ checksum }) => Buffer.from(checksum.value, 'base64')),
    );
    return { algorithm, value: `${value}-${parts.length}` };
  }
  for await (const piece of bytes()) hasher.update(piece);
  return { algorithm, value: hasher.digest().toString('base64') };
}

/** Holds the request's own checksum of the whole, and its size, against what the parts make. */
function verifyWhole(
  headers: Readonly<Record<string, string>>,
  upload: UploadRecord,
  record: ObjectRecord,
): void {
  const size = headers['x-amz-mp-object-size'];
  if (size !== undefined && Number(size) !== record.size)
    throw new S3Error(
      'InvalidRequest',
      `The provided 'x-amz-mp-object-size' header value ${size} does not match what was computed: ${record.size}`,
    );
  const { algorithm, value } = record.checksum;
  const composite = upload.checksumType === 'COMPOSITE';
  const claimed = composite ? headers[checksumHeader(algorithm)] : claimedChecksum(headers)?.value;
  const known = composite ? [value, value.replace(/-\d+$/, '')] : [value];
  if (claimed !== undefined && !known.includes(claimed))
    throw new S3Error(
      'BadDigest',
      `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
    );
}

function answer(call: ObjectCall, version: Version, record: ObjectRecord): WireResponse {
  const name = call.bucket.record().name;
  return xmlAnswer(
    xmlDocument('CompleteMultipartUploadResult', [
      element('Location', `http://${call.request.headers['host'] ?? ''}/${name}/${call.key}`),
      element('Bucket', name),
      element('Key', call.key),
      element('ETag', `"${record.eTag}"`),
      element(checksumElement(record.checksum.algorithm), record.checksum.value),
      element('ChecksumType', record.checksumType),
    ]),
    { ...encryptionHeaders(record), ...versionHeader(call.bucket, version) },
  );
}

/** The object that an earlier completion of the same upload made, if it is still there. */
async function completedBefore({ bucket, key }: ObjectCall, uploadId: string) {
  for (const version of bucket.versions(key)) {
    if (version.marker) continue;
    const record = await bucket.readObject(version);
    if (record.uploadId === uploadId) return { version, record };
  }
  return undefined;
}

/** Makes the object of its parts. Completing twice, as after a lost answer, gives the first answer again. */
export async function completeMultipartUpload(call: ObjectCall): Promise<WireResponse> {
  const { bucket, key, request, now } = call;
  const uploads = uploadsOf(call);
  const uploadId = parameter(request, 'uploadId') ?? '';
  return bucket.locked('upload', uploadId, () =>
    bucket.locked('key', key, async () => {
      const before = await completedBefore(call, uploadId);
      if (before) {
        await uploads.discard(uploadId).catch(ignoreDiscarded);
        return answer(call, before.version, before.record);
      }
      const upload = await uploads.find(uploadId, key);
      const parts = chosenParts(request.body, await uploads.parts(uploadId), upload);
      const bytes = () => uploads.bytes(uploadId, parts);
      const record: ObjectRecord = {
        headers: upload.headers,
        metadata: upload.metadata,
        tags: upload.tags,
        storageClass: upload.storageClass,
        encryption: upload.encryption,
        key,
        modifiedAt: now(),
        size: parts.reduce((sum, part) => sum + part.size, 0),
        eTag: combinedETag(parts),
        checksum: await combinedChecksum(upload, parts, bytes),
        checksumType: upload.checksumType,
        parts: parts.map(part => part.size),
        uploadId,
      };
      verifyWhole(request.headers, upload, record);
      checkWriteConditions(request.headers, key, await currentObject(bucket, key));
      const version = await bucket.add(record, bytes(), 'CompleteMultipartUpload');
      await uploads.discard(uploadId);
      return answer(call, version, record);
    }),
  );
}

/** Nothing is left of the upload when the first completion got as far as removing it. */
function ignoreDiscarded(error: unknown): void {
  if (!(error instanceof S3Error && error.code === 'NoSuchUpload')) throw error;
}
