import { readRecord } from './read-record.ts';
import { type MarkerRecord, markerRecord, type ObjectRecord, objectRecord } from './records.ts';
import { recordPath, type Version } from './version-files.ts';

/** Reads what lists tell of a version. */
export async function summarize(objects: string, version: Version): Promise<void> {
  const path = recordPath(objects, version);
  version.summary = version.marker
    ? markerSummary(await readRecord(path, markerRecord))
    : objectSummary(await readRecord(path, objectRecord));
}

export function objectSummary({
  key,
  modifiedAt,
  size,
  eTag,
  storageClass,
  checksum,
  checksumType,
}: ObjectRecord) {
  return { key, modifiedAt, size, eTag, storageClass, checksumAlgorithm: checksum.algorithm, checksumType };
}

export function markerSummary({ key, modifiedAt }: MarkerRecord) {
  return { key, modifiedAt, size: 0, eTag: '', storageClass: '', checksumAlgorithm: '', checksumType: '' };
}
