import { createHash } from 'node:crypto';
import type { WireResponse } from '../../host/wire.ts';
import { algorithmNamed, checksumElement, checksumOf } from '../protocol/checksums.ts';
import { S3Error } from '../protocol/errors.ts';
import { parseQuery } from '../protocol/request.ts';
import { element, xmlDocument } from '../protocol/xml.ts';
import type { Bucket } from '../storage/bucket.ts';
import type { ObjectRecord } from '../storage/records.ts';
import type { Version } from '../storage/version-files.ts';
import { type ObjectCall, xmlAnswer } from './call.ts';
import { checkReadConditions, checkWriteConditions } from './conditions.ts';
import { currentObject, findVersion, readingSettled } from './find-version.ts';
import {
  encryptionHeaders,
  readProperties,
  refuseUnsupportedHeaders,
  versionHeader,
} from './object-properties.ts';

interface Source {
  readonly bucket: Bucket;
  readonly version: Version;
  readonly record: ObjectRecord;
  readonly bytes: Buffer;
}

async function readSource({ store, request }: ObjectCall): Promise<Source> {
  const header = request.headers['x-amz-copy-source'] ?? '';
  const [path = '', query = ''] = header.split('?');
  const [, name, key] = /^\/?([^/]+)\/([\s\S]+)$/.exec(decodeSource(path)) ?? [];
  if (!name || !key)
    throw new S3Error(
      'InvalidArgument',
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
      {
        ArgumentName: 'x-amz-copy-source',
        ArgumentValue: header,
      },
    );
  const bucket = store.bucket(name);
  const version = findVersion(
    bucket,
    key,
    parseQuery(query).find(([parameter]) => parameter === 'versionId')?.[1],
  );
  const record = await bucket.readObject(version);
  checkReadConditions(request.headers, record, 'x-amz-copy-source-');
  return { bucket, version, record, bytes: await bucket.readBytes(version, 0, record.size) };
}

function decodeSource(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '));
  } catch {
    throw new S3Error('InvalidURI', undefined, { URI: path });
  }
}

/** 'COPY' keeps what the source has; 'REPLACE' takes the request's. */
function directive(headers: Readonly<Record<string, string>>, name: string): 'COPY' | 'REPLACE' {
  const value = headers[name] ?? 'COPY';
  if (value !== 'COPY' && value !== 'REPLACE')
    throw new S3Error('InvalidArgument', `Unknown ${name.slice('x-amz-'.length)}.`, {
      ArgumentName: name,
      ArgumentValue: value,
    });
  return value;
}

/** The copy is one whole object, even of one uploaded in parts. */
export async function copyObject(call: ObjectCall): Promise<WireResponse> {
  const { bucket, key, request, now } = call;
  const { headers } = request;
  refuseUnsupportedHeaders(headers);
  const asked = readProperties(headers);
  const source = await readingSettled(() => readSource(call));
  const [metadata, tagging] = [
    directive(headers, 'x-amz-metadata-directive'),
    directive(headers, 'x-amz-tagging-directive'),
  ];
  const onItself =
    source.bucket === bucket && source.record.key === key && source.version === bucket.versions(key)[0];
  const changes = ['x-amz-storage-class', 'x-amz-server-side-encryption'].some(
    name => headers[name] !== undefined,
  );
  if (onItself && metadata === 'COPY' && !changes)
    throw new S3Error(
      'InvalidRequest',
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  const algorithm = algorithmNamed(headers['x-amz-checksum-algorithm']) ?? source.record.checksum.algorithm;
  const kept = metadata === 'COPY' ? source.record : asked;
  const record: ObjectRecord = {
    key,
    headers: kept.headers,
    metadata: kept.metadata,
    tags: tagging === 'COPY' ? source.record.tags : asked.tags,
    storageClass: asked.storageClass,
    encryption: asked.encryption,
    modifiedAt: now(),
    size: source.bytes.length,
    eTag: createHash('md5').update(source.bytes).digest('hex'),
    checksum: { algorithm, value: checksumOf(algorithm, source.bytes) },
    checksumType: 'FULL_OBJECT',
  };
  const version = await bucket.locked('key', key, async () => {
    checkWriteConditions(headers, key, await currentObject(bucket, key));
    return bucket.add(record, [source.bytes], 'Copy');
  });
  return xmlAnswer(
    xmlDocument('CopyObjectResult', [
      element('LastModified', new Date(record.modifiedAt).toISOString()),
      element('ETag', `"${record.eTag}"`),
      element(checksumElement(algorithm), record.checksum.value),
      element('ChecksumType', 'FULL_OBJECT'),
    ]),
    {
      ...encryptionHeaders(record),
      ...versionHeader(bucket, version),
      ...(source.bucket.record().versioning === 'never'
        ? {}
        : { 'x-amz-copy-source-version-id': source.version.versionId }),
    },
  );
}
