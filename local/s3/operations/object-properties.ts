import { checksumHeader } from '../protocol/checksums.ts';
import { S3Error } from '../protocol/errors.ts';
import { parseQuery } from '../protocol/request.ts';
import type { Bucket } from '../storage/bucket.ts';
import type { ObjectProperties, ObjectRecord } from '../storage/records.ts';
import type { Version } from '../storage/version-files.ts';
import { checkTags } from './tags.ts';

type Headers = Readonly<Record<string, string>>;

const KEPT_HEADERS = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
] as const;

const STORAGE_CLASSES = [
  'STANDARD',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'REDUCED_REDUNDANCY',
];
const LARGEST_METADATA_BYTES = 2048;
const METADATA_PREFIX = 'x-amz-meta-';

const UNSUPPORTED =
  /^x-amz-(?:server-side-encryption-customer-|copy-source-server-side-encryption-customer-|object-lock-|grant-|website-redirect-location$|write-offset-bytes$|server-side-encryption-context$)/;

/** Refuses headers that ask for what this service does not do. Throws NotImplemented, AccessControlListNotSupported. */
export function refuseUnsupportedHeaders(headers: Headers): void {
  const unsupported = Object.keys(headers).find(name => UNSUPPORTED.test(name));
  if (unsupported)
    throw new S3Error('NotImplemented', `This host does not implement the header ${unsupported}.`, {
      Header: unsupported,
    });
  const acl = headers['x-amz-acl'];
  if (acl !== undefined && acl !== 'private' && acl !== 'bucket-owner-full-control')
    throw new S3Error('AccessControlListNotSupported');
}

/** What the uploader's headers (or form fields) say of the object. Throws the error S3 gives for each bad one. */
export function readProperties(headers: Headers): ObjectProperties {
  const kept: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = name === 'content-encoding' ? withoutChunkedEncoding(headers[name]) : headers[name];
    if (value) kept[name] = value;
  }
  kept['content-type'] ??= 'binary/octet-stream';
  const storageClass = headers['x-amz-storage-class'] ?? 'STANDARD';
  if (!STORAGE_CLASSES.includes(storageClass))
    throw new S3Error('NotImplemented', `This host does not implement the storage class ${storageClass}.`, {
      Header: 'x-amz-storage-class',
    });
  return {
    headers: kept,
    metadata: readMetadata(headers),
    tags: checkTags(parseQuery(headers['x-amz-tagging'] ?? '')),
    storageClass,
    encryption: readEncryption(headers),
  };
}

function withoutChunkedEncoding(encoding: string | undefined): string | undefined {
  const codings = encoding?.split(',').map(coding => coding.trim());
  return codings?.filter(coding => coding !== 'aws-chunked').join(', ');
}

function readMetadata(headers: Headers): Record<string, string> {
  const metadata = Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name.startsWith(METADATA_PREFIX) ? [[name.slice(METADATA_PREFIX.length), value] as const] : [],
    ),
  );
  const size = Buffer.byteLength(Object.entries(metadata).flat().join(''));
  if (size > LARGEST_METADATA_BYTES)
    throw new S3Error('MetadataTooLarge', undefined, {
      Size: String(size),
      MaxSizeAllowed: String(LARGEST_METADATA_BYTES),
    });
  return metadata;
}

function readEncryption(headers: Headers): ObjectProperties['encryption'] {
  const algorithm = headers['x-amz-server-side-encryption'] ?? 'AES256';
  const keyId = headers['x-amz-server-side-encryption-aws-kms-key-id'];
  if (algorithm === 'AES256') {
    if (keyId !== undefined)
      throw new S3Error(
        'InvalidArgument',
        'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
      );
    return { algorithm };
  }
  if (algorithm !== 'aws:kms')
    throw new S3Error('InvalidArgument', 'The encryption method specified is not supported', {
      ArgumentName: 'x-amz-server-side-encryption',
      ArgumentValue: algorithm,
    });
  const bucketKey = headers['x-amz-server-side-encryption-bucket-key-enabled'];
  return {
    algorithm,
    ...(keyId === undefined ? {} : { keyId }),
    ...(bucketKey === undefined ? {} : { bucketKey: bucketKey === 'true' }),
  };
}

/** Header text that Node can send: S3 writes what is not ASCII as an RFC 2047 word. */
export function asciiHeader(value: string): string {
  return /^[\x20-\x7e\t]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`;
}

/** The headers that echo how an object is encrypted. */
export function encryptionHeaders({
  encryption,
}: Pick<ObjectProperties, 'encryption'>): Record<string, string> {
  return {
    'x-amz-server-side-encryption': encryption.algorithm,
    ...(encryption.keyId === undefined
      ? {}
      : { 'x-amz-server-side-encryption-aws-kms-key-id': asciiHeader(encryption.keyId) }),
    ...(encryption.bucketKey ? { 'x-amz-server-side-encryption-bucket-key-enabled': 'true' } : {}),
  };
}

/** The version header, in buckets that have or had versioning. */
export function versionHeader(bucket: Bucket, version: Version): Record<string, string> {
  return bucket.record().versioning === 'never' ? {} : { 'x-amz-version-id': version.versionId };
}

/** The headers with an object's checksum. */
export function checksumHeaders({ checksum, checksumType }: ObjectRecord): Record<string, string> {
  return { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksumType };
}

/** The headers that GetObject and HeadObject answer with, but for length, range and checksum. */
export function describeObject(record: ObjectRecord): Record<string, string> {
  const headers: Record<string, string> = {
    etag: `"${record.eTag}"`,
    'last-modified': new Date(record.modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
    ...encryptionHeaders(record),
  };
  for (const [name, value] of Object.entries(record.headers)) headers[name] = asciiHeader(value);
  for (const [name, value] of Object.entries(record.metadata))
    headers[`${METADATA_PREFIX}${name}`] = asciiHeader(value);
  if (record.storageClass !== 'STANDARD') headers['x-amz-storage-class'] = record.storageClass;
  if (record.lock) {
    headers['x-amz-object-lock-mode'] = record.lock.mode;
    headers['x-amz-object-lock-retain-until-date'] = new Date(record.lock.until).toISOString();
  }
  const tagCount = Object.keys(record.tags).length;
  if (tagCount > 0) headers['x-amz-tagging-count'] = String(tagCount);
  return headers;
}
