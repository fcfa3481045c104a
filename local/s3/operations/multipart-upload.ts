import { createHash } from 'node:crypto';
import type { WireResponse } from '../../host/wire.ts';
import {
  algorithmNamed,
  checksumElement,
  checksumHeader,
  checksumOf,
  claimedChecksum,
  verifyDigests,
} from '../protocol/checksums.ts';
import { S3Error } from '../protocol/errors.ts';
import { parameter } from '../protocol/request.ts';
import { element, optional, xmlDocument } from '../protocol/xml.ts';
import type { UploadRecord } from '../storage/records.ts';
import { Uploads } from '../storage/uploads.ts';
import { type BucketCall, emptyAnswer, type ObjectCall, xmlAnswer } from './call.ts';
import { encryptionHeaders, readProperties, refuseUnsupportedHeaders } from './object-properties.ts';

const MOST_PARTS = 10_000;

/** The uploads of the bucket called. */
export function uploadsOf({ bucket, store }: BucketCall): Uploads {
  return new Uploads(bucket.folder, store.temporaryPath);
}

function uploadIdOf({ request }: ObjectCall): string {
  return parameter(request, 'uploadId') ?? '';
}

/** The algorithm and kind of checksum asked for; CRC64NVME over the whole when nothing is. Throws InvalidRequest. */
function askedChecksum(headers: Readonly<Record<string, string>>) {
  const [name, type] = [headers['x-amz-checksum-algorithm'], headers['x-amz-checksum-type']];
  const algorithm = algorithmNamed(name);
  if (name !== undefined && !algorithm)
    throw new S3Error(
      'InvalidRequest',
      'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]',
    );
  if (type !== undefined && type !== 'COMPOSITE' && type !== 'FULL_OBJECT')
    throw new S3Error('InvalidRequest', 'Value for x-amz-checksum-type header is invalid.');
  if (type !== undefined && !algorithm)
    throw new S3Error(
      'InvalidRequest',
      'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
    );
  const checksumAlgorithm = algorithm ?? 'crc64nvme';
  const checksumType = type ?? (checksumAlgorithm === 'crc64nvme' ? 'FULL_OBJECT' : 'COMPOSITE');
  const impossible =
    checksumType === 'COMPOSITE' ? checksumAlgorithm === 'crc64nvme' : checksumAlgorithm.startsWith('sha');
  if (impossible)
    throw new S3Error(
      'InvalidRequest',
      `The ${checksumType} checksum type cannot be used with the ${checksumAlgorithm} checksum algorithm.`,
    );
  return { checksumAlgorithm, checksumType, checksumAsked: algorithm !== undefined } as const;
}

export async function createMultipartUpload(call: ObjectCall): Promise<WireResponse> {
  const { bucket, key, request, now } = call;
  refuseUnsupportedHeaders(request.headers);
  const checksum = askedChecksum(request.headers);
  const upload = await uploadsOf(call).start({
    ...readProperties(request.headers),
    ...checksum,
    bucket: bucket.record().name,
    key,
    startedAt: now(),
  });
  return xmlAnswer(
    xmlDocument('InitiateMultipartUploadResult', [
      element('Bucket', upload.bucket),
      element('Key', key),
      element('UploadId', upload.uploadId),
    ]),
    {
      ...encryptionHeaders(upload),
      ...(checksum.checksumAsked
        ? {
            'x-amz-checksum-algorithm': checksum.checksumAlgorithm.toUpperCase(),
            'x-amz-checksum-type': checksum.checksumType,
          }
        : {}),
    },
  );
}

export async function uploadPart(call: ObjectCall): Promise<WireResponse> {
  const { request, now, bucket } = call;
  refuseUnsupportedHeaders(request.headers);
  const text = parameter(request, 'partNumber') ?? '';
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > MOST_PARTS)
    throw new S3Error(
      'InvalidArgument',
      `Part number must be an integer between 1 and ${MOST_PARTS}, inclusive`,
      {
        ArgumentName: 'partNumber',
        ArgumentValue: text,
      },
    );
  const uploads = uploadsOf(call);
  const upload = await uploads.find(uploadIdOf(call), call.key);
  const checksum = partChecksum(upload, request.headers, request.body);
  const eTag = createHash('md5').update(request.body).digest('hex');
  await bucket.locked('upload', upload.uploadId, () =>
    uploads.putPart(
      upload.uploadId,
      { number, size: request.body.length, eTag, modifiedAt: now(), checksum },
      request.body,
    ),
  );
  return emptyAnswer(200, {
    etag: `"${eTag}"`,
    [checksumHeader(checksum.algorithm)]: checksum.value,
    ...encryptionHeaders(upload),
  });
}

/** Every digest sent must hold, and be of the upload's algorithm when the uploader named one. */
function partChecksum(upload: UploadRecord, headers: Readonly<Record<string, string>>, body: Buffer) {
  const claim = claimedChecksum(headers);
  verifyDigests(headers, body);
  const algorithm = upload.checksumAlgorithm;
  if (upload.checksumAsked && claim && claim.algorithm !== algorithm)
    throw new S3Error(
      'InvalidRequest',
      `Checksum Type mismatch occurred, expected checksum Type: ${algorithm}, actual checksum Type: ${claim.algorithm}`,
    );
  return { algorithm, value: claim?.algorithm === algorithm ? claim.value : checksumOf(algorithm, body) };
}

export async function abortMultipartUpload(call: ObjectCall): Promise<WireResponse> {
  const uploads = uploadsOf(call);
  const { uploadId } = await uploads.find(uploadIdOf(call), call.key);
  await call.bucket.locked('upload', uploadId, () => uploads.discard(uploadId));
  return emptyAnswer(204);
}

export async function listParts(call: ObjectCall): Promise<WireResponse> {
  const { request, key, bucket } = call;
  const uploads = uploadsOf(call);
  const upload = await uploads.find(uploadIdOf(call), key);
  const marker = Number(parameter(request, 'part-number-marker') ?? 0) || 0;
  const most = Math.min(Number(parameter(request, 'max-parts') ?? 1000) || 1000, 1000);
  const rest = (await uploads.parts(upload.uploadId)).filter(part => part.number > marker);
  const page = rest.slice(0, most);
  return xmlAnswer(
    xmlDocument('ListPartsResult', [
      element('Bucket', bucket.record().name),
      element('Key', key),
      element('UploadId', upload.uploadId),
      element('PartNumberMarker', marker),
      ...optional('NextPartNumberMarker', page.at(-1)?.number),
      element('MaxParts', most),
      element('IsTruncated', rest.length > page.length),
      element('StorageClass', upload.storageClass),
      element('ChecksumAlgorithm', upload.checksumAlgorithm.toUpperCase()),
      element('ChecksumType', upload.checksumType),
      ...page.map(part =>
        element('Part', [
          element('PartNumber', part.number),
          element('LastModified', new Date(part.modifiedAt).toISOString()),
          element('ETag', `"${part.eTag}"`),
          element('Size', part.size),
          element(checksumElement(part.checksum.algorithm), part.checksum.value),
        ]),
      ),
    ]),
  );
}

export async function listMultipartUploads(call: BucketCall): Promise<WireResponse> {
  const prefix = parameter(call.request, 'prefix') ?? '';
  const uploads = (await uploadsOf(call).all())
    .filter(({ key }) => key.startsWith(prefix))
    .sort((a, b) => (a.key === b.key ? a.startedAt - b.startedAt : a.key < b.key ? -1 : 1));
  return xmlAnswer(
    xmlDocument('ListMultipartUploadsResult', [
      element('Bucket', call.bucket.record().name),
      element('Prefix', prefix),
      element('MaxUploads', 1000),
      element('IsTruncated', false),
      ...uploads.map(upload =>
        element('Upload', [
          element('Key', upload.key),
          element('UploadId', upload.uploadId),
          element('StorageClass', upload.storageClass),
          element('Initiated', new Date(upload.startedAt).toISOString()),
        ]),
      ),
    ]),
  );
}
