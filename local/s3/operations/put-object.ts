import { createHash } from 'node:crypto';
import type { WireResponse } from '../../host/wire.ts';
import { verifyDigests } from '../protocol/checksums.ts';
import type { ObjectEvent, ObjectRecord } from '../storage/records.ts';
import type { Version } from '../storage/version-files.ts';
import { emptyAnswer, type ObjectCall } from './call.ts';
import { checkWriteConditions } from './conditions.ts';
import { currentObject } from './find-version.ts';
import {
  checksumHeaders,
  encryptionHeaders,
  readProperties,
  refuseUnsupportedHeaders,
  versionHeader,
} from './object-properties.ts';

/** Stores a body that came whole, by PUT or by a browser's POST, once everything claimed of it holds. */
export async function storeWhole(
  { bucket, key, request, now }: ObjectCall,
  cause: ObjectEvent['cause'],
): Promise<{ version: Version; record: ObjectRecord }> {
  const { headers, body } = request;
  refuseUnsupportedHeaders(headers);
  const record: ObjectRecord = {
    ...readProperties(headers),
    key,
    modifiedAt: now(),
    size: body.length,
    eTag: createHash('md5').update(body).digest('hex'),
    checksum: verifyDigests(headers, body),
    checksumType: 'FULL_OBJECT',
  };
  const version = await bucket.locked('key', key, async () => {
    checkWriteConditions(headers, key, await currentObject(bucket, key));
    return bucket.add(record, [body], cause);
  });
  return { version, record };
}

export async function putObject(call: ObjectCall): Promise<WireResponse> {
  const { version, record } = await storeWhole(call, 'Put');
  return emptyAnswer(200, {
    etag: `"${record.eTag}"`,
    ...checksumHeaders(record),
    ...encryptionHeaders(record),
    ...versionHeader(call.bucket, version),
  });
}
