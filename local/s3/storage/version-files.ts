import { createHash, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** One version of a key, or a delete marker, as its file name tells it. */
export interface Version {
  /** The key's hash: keys of any characters and length are safe on any disk. */
  readonly hash: string;
  /** Greater for later versions. */
  readonly sequence: string;
  /** `null` in a bucket without versioning. */
  readonly versionId: string;
  readonly marker: boolean;
  /** What lists show of it; read when first listed. */
  summary?: VersionSummary;
}

/** What lists show of a version. */
export interface VersionSummary {
  readonly key: string;
  readonly modifiedAt: number;
  readonly size: number;
  readonly eTag: string;
  readonly storageClass: string;
  readonly checksumAlgorithm: string;
  readonly checksumType: string;
}

/** The name under which a key is kept. */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** A version id in S3's alphabet and length. */
export function newVersionId(): string {
  return randomBytes(24).toString('base64url').replaceAll('-', '.');
}

function stem({ hash, sequence, versionId, marker }: Version): string {
  return `${hash}~${sequence}~${versionId}~${marker ? 'marker' : 'object'}`;
}

/** The path of a version's metadata, below the bucket's folder of objects. */
export function recordPath(objects: string, version: Version): string {
  return join(objects, version.hash.slice(0, 2), `${stem(version)}.json`);
}

/** The path of a version's bytes, below the bucket's folder of objects. */
export function bytesPath(objects: string, version: Version): string {
  return join(objects, version.hash.slice(0, 2), `${stem(version)}.data`);
}

const NAME =
  /^(?<hash>[0-9a-f]{64})~(?<sequence>[0-9a-f]{16,})~(?<versionId>[\w.]+)~(?<kind>marker|object)\.(?<file>json|data)$/;

/** What a file name in the folder of objects says; undefined when it is not one of ours. */
export function parseFileName(name: string): { version: Version; file: 'json' | 'data' } | undefined {
  const groups = NAME.exec(name)?.groups;
  const { hash, sequence, versionId, kind, file } = groups ?? {};
  if (!hash || !sequence || !versionId || (file !== 'json' && file !== 'data')) return undefined;
  return { version: { hash, sequence, versionId, marker: kind === 'marker' }, file };
}

/** Removes a version's files: its metadata first, since bytes without metadata are nothing. */
export async function removeVersionFiles(objects: string, version: Version): Promise<void> {
  await rm(recordPath(objects, version), { force: true });
  await rm(bytesPath(objects, version), { force: true });
}
