import { S3Error } from '../protocol/errors.ts';
import type { Bucket } from '../storage/bucket.ts';
import { isMissing } from '../storage/disk.ts';
import type { ObjectRecord } from '../storage/records.ts';
import type { Version } from '../storage/version-files.ts';

/** Refuses version ids that S3 could never have given. */
export function checkVersionId(versionId: string): void {
  if (versionId !== 'null' && !/^[\w.]{32}$/.test(versionId))
    throw new S3Error('InvalidArgument', 'Invalid version id specified', {
      ArgumentName: 'versionId',
      ArgumentValue: versionId,
    });
}

/** The version asked for, or the current one. Throws NoSuchKey, NoSuchVersion, and MethodNotAllowed for a delete marker. */
export function findVersion(bucket: Bucket, key: string, versionId: string | undefined): Version {
  const versions = bucket.versions(key);
  if (versionId === undefined) {
    const [current] = versions;
    if (!current) throw new S3Error('NoSuchKey', undefined, { Key: key });
    if (current.marker)
      throw new S3Error(
        'NoSuchKey',
        undefined,
        { Key: key },
        { 'x-amz-delete-marker': 'true', 'x-amz-version-id': current.versionId },
      );
    return current;
  }
  checkVersionId(versionId);
  const version = versions.find(known => known.versionId === versionId);
  if (!version) throw new S3Error('NoSuchVersion', undefined, { Key: key, VersionId: versionId });
  if (version.marker)
    throw new S3Error(
      'MethodNotAllowed',
      undefined,
      { Method: 'GET', ResourceType: 'DeleteMarker' },
      { 'x-amz-delete-marker': 'true', 'x-amz-version-id': versionId, allow: 'DELETE' },
    );
  return version;
}

/** The current object of a key, if there is one. Call it inside the key's lock. */
export async function currentObject(bucket: Bucket, key: string): Promise<ObjectRecord | undefined> {
  const [current] = bucket.versions(key);
  return current && !current.marker ? bucket.readObject(current) : undefined;
}

const ATTEMPTS = 8;

/** Reads without a lock; when the object is replaced under our feet, starts again with the new one. */
export async function readingSettled<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      if (attempt === ATTEMPTS || !isMissing(error)) throw error;
    }
  }
}
