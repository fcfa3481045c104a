import { open, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isMissing, makeFolder, moveInto, namesIn, syncFolder, writeDurably } from './disk.ts';
import { type SortedKeys, sortedKeys } from './key-order.ts';
import type { KeyedLock } from './keyed-lock.ts';
import type { Outbox, PendingEvent } from './outbox.ts';
import { readRecord } from './read-record.ts';
import {
  type BucketRecord,
  type MarkerRecord,
  markerRecord,
  type ObjectEvent,
  type ObjectRecord,
  objectRecord,
} from './records.ts';
import type { Sequence } from './sequence.ts';
import {
  bytesPath,
  hashOfKey,
  newVersionId,
  parseFileName,
  recordPath,
  type Version,
} from './version-files.ts';

/** What all buckets of a store share. */
export interface BucketDeps {
  /** The store's folder. */
  readonly root: string;
  /** Where files are written before they are moved into place. */
  readonly temporary: string;
  readonly sequence: Sequence;
  readonly outbox: Outbox;
  readonly locks: KeyedLock;
}

/** One bucket on disk. Changes of one key belong inside `locked`. */
export interface Bucket {
  readonly folder: string;
  record(): BucketRecord;
  configure(record: BucketRecord): Promise<void>;
  /** Runs an action while nothing else changes the key, the multipart upload or the bucket's own record. */
  locked<T>(kind: 'key' | 'upload' | 'record', name: string, action: () => Promise<T>): Promise<T>;
  /** A key's versions and delete markers, newest first. */
  versions(key: string): readonly Version[];
  readObject(version: Version): Promise<ObjectRecord>;
  /** The bytes from `start` to before `end`. */
  readBytes(version: Version, start: number, end: number): Promise<Buffer>;
  /** Stores a new current version, durable on return. */
  add(
    record: ObjectRecord,
    bytes: Iterable<Buffer> | AsyncIterable<Buffer>,
    cause: ObjectEvent['cause'],
  ): Promise<Version>;
  addMarker(record: MarkerRecord): Promise<Version>;
  /** Replaces a version's metadata. */
  rewrite(version: Version, record: ObjectRecord): Promise<void>;
  /** Removes one version for good. */
  remove(key: string, version: Version): Promise<void>;
  /** All keys that have a version, in order, their summaries read. */
  listable(): Promise<SortedKeys>;
  isEmpty(): boolean;
}

/** What one read call of the system can be asked for. */
const LARGEST_READ = 1 << 30;

/** Reads a bucket's folder: file names only, so that a restart stays quick. Sweeps what a crash left behind. */
export async function openBucket(folder: string, initial: BucketRecord, deps: BucketDeps): Promise<Bucket> {
  const objects = join(folder, 'objects');
  const index = await readIndex(objects);
  let record = initial;
  let sorted: SortedKeys | undefined;

  const temporaryPath = (sequence: string, kind: string) => join(deps.temporary, `${sequence}.${kind}`);
  const versionsOf = (key: string): readonly Version[] => index.get(hashOfKey(key)) ?? [];

  const summarize = async (version: Version) => {
    const path = recordPath(objects, version);
    version.summary = version.marker
      ? markerSummary(await readRecord(path, markerRecord))
      : objectSummary(await readRecord(path, objectRecord));
  };

  const forget = (key: string, version: Version) => {
    const hash = hashOfKey(key);
    const left = (index.get(hash) ?? []).filter(other => other !== version);
    if (left.length > 0) index.set(hash, left);
    else {
      index.delete(hash);
      sorted?.delete(key);
    }
  };

  const commit = async (
    version: Version,
    content: ObjectRecord | MarkerRecord,
    event: ObjectEvent,
    bytes?: Iterable<Buffer> | AsyncIterable<Buffer>,
  ): Promise<Version> => {
    const shard = join(objects, version.hash.slice(0, 2));
    const [record, data] = [temporaryPath(version.sequence, 'json'), temporaryPath(version.sequence, 'data')];
    const path = recordPath(objects, version);
    let pending: PendingEvent | undefined;
    try {
      const written = await Promise.allSettled([
        deps.outbox
          .prepare(event, { path: relative(deps.root, path), expected: 'present' })
          .then(prepared => {
            pending = prepared;
          }),
        writeDurably(record, JSON.stringify(content)),
        bytes && writeDurably(data, bytes),
        makeFolder(shard),
      ]);
      const failed = written.find(result => result.status === 'rejected');
      if (failed) throw failed.reason;
      if (bytes) await rename(data, bytesPath(objects, version));
      await moveInto(record, path);
    } catch (error) {
      await Promise.allSettled([rm(record, { force: true }), rm(data, { force: true }), pending?.withdraw()]);
      throw error;
    }
    const earlier = index.get(version.hash) ?? [];
    const superseded = version.versionId === 'null' ? earlier.filter(old => old.versionId === 'null') : [];
    index.set(version.hash, [version, ...earlier.filter(old => !superseded.includes(old))]);
    sorted?.add(content.key);
    for (const old of superseded) await erase(objects, old);
    await pending?.announce();
    return version;
  };

  const nextVersion = (key: string, marker: boolean): Version => ({
    hash: hashOfKey(key),
    sequence: deps.sequence(),
    versionId: record.versioning === 'enabled' ? newVersionId() : 'null',
    marker,
  });

  const eventOf = (
    version: Version,
    facts: Pick<ObjectEvent, 'key' | 'kind' | 'cause' | 'size' | 'eTag'>,
    sequencer = version.sequence,
  ): ObjectEvent => ({
    bucket: record.name,
    ...facts,
    ...(record.versioning === 'never' ? {} : { versionId: version.versionId }),
    sequencer,
  });

  return {
    folder,
    record: () => record,
    async configure(changed) {
      const temporary = temporaryPath(deps.sequence(), 'json');
      await writeDurably(temporary, JSON.stringify(changed));
      await moveInto(temporary, join(folder, 'bucket.json'));
      record = changed;
    },
    locked: (kind, name, action) => deps.locks.run(`${record.name} ${kind} ${name}`, action),
    versions: versionsOf,
    readObject: version => readRecord(recordPath(objects, version), objectRecord),
    async readBytes(version, start, end) {
      const file = await open(bytesPath(objects, version), 'r');
      try {
        const bytes = Buffer.alloc(end - start);
        for (let done = 0; done < bytes.length; ) {
          const { bytesRead } = await file.read(
            bytes,
            done,
            Math.min(bytes.length - done, LARGEST_READ),
            start + done,
          );
          if (bytesRead === 0)
            throw new Error(
              `${bytesPath(objects, version)} ends at byte ${start + done}, but its metadata says it goes to ${end}.`,
            );
          done += bytesRead;
        }
        return bytes;
      } finally {
        await file.close();
      }
    },
    add(content, bytes, cause) {
      const { key, size, eTag } = content;
      const version = nextVersion(key, false);
      version.summary = objectSummary(content);
      return commit(version, content, eventOf(version, { key, kind: 'created', cause, size, eTag }), bytes);
    },
    addMarker(content) {
      const version = nextVersion(content.key, true);
      version.summary = markerSummary(content);
      const facts = {
        key: content.key,
        kind: 'deleted',
        cause: 'DeleteMarkerCreated',
        size: 0,
        eTag: '',
      } as const;
      return commit(version, content, eventOf(version, facts));
    },
    async rewrite(version, content) {
      const temporary = temporaryPath(deps.sequence(), 'json');
      await writeDurably(temporary, JSON.stringify(content));
      await moveInto(temporary, recordPath(objects, version));
    },
    async remove(key, version) {
      const path = recordPath(objects, version);
      const facts = { key, kind: 'deleted', cause: 'Delete', size: 0, eTag: '' } as const;
      const pending = await deps.outbox.prepare(eventOf(version, facts, deps.sequence()), {
        path: relative(deps.root, path),
        expected: 'absent',
      });
      await rm(path);
      await syncFolder(join(objects, version.hash.slice(0, 2)));
      forget(key, version);
      await rm(bytesPath(objects, version), { force: true });
      await pending.announce();
    },
    async listable() {
      // Versions may come while others are being read: until none is left unread.
      while (!sorted) {
        const unread = [...index.values()].flat().filter(version => !version.summary);
        if (unread.length === 0)
          sorted = sortedKeys([...index.values()].map(([newest]) => newest?.summary?.key ?? ''));
        for (let at = 0; at < unread.length; at += 64)
          await Promise.all(
            unread.slice(at, at + 64).map(version => summarize(version).catch(ignoreMissing)),
          );
      }
      return sorted;
    },
    isEmpty: () => index.size === 0,
  };
}

/** A version may be removed while it is about to be read. */
function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}

function objectSummary({ key, modifiedAt, size, eTag, storageClass, checksum, checksumType }: ObjectRecord) {
  return { key, modifiedAt, size, eTag, storageClass, checksumAlgorithm: checksum.algorithm, checksumType };
}

function markerSummary({ key, modifiedAt }: MarkerRecord) {
  return { key, modifiedAt, size: 0, eTag: '', storageClass: '', checksumAlgorithm: '', checksumType: '' };
}

/** Removes a version's files: its metadata first, since bytes without metadata are nothing. */
async function erase(objects: string, version: Version): Promise<void> {
  await rm(recordPath(objects, version), { force: true });
  await rm(bytesPath(objects, version), { force: true });
}

async function readIndex(objects: string): Promise<Map<string, Version[]>> {
  const index = new Map<string, Version[]>();
  for (const shard of await namesIn(objects)) {
    const names = await namesIn(join(objects, shard));
    const known = new Set(names);
    for (const name of names) {
      const parsed = parseFileName(name);
      if (parsed?.file === 'json') {
        const versions = index.get(parsed.version.hash) ?? [];
        index.set(parsed.version.hash, [...versions, parsed.version]);
      } else if (parsed && !known.has(name.replace(/data$/, 'json'))) await rm(join(objects, shard, name));
    }
  }
  for (const [hash, versions] of index) {
    versions.sort((a, b) => (a.sequence < b.sequence ? 1 : -1));
    const newestNull = versions.find(version => version.versionId === 'null');
    const superseded = versions.filter(version => version.versionId === 'null' && version !== newestNull);
    for (const version of superseded) await erase(objects, version);
    index.set(
      hash,
      versions.filter(version => !superseded.includes(version)),
    );
  }
  return index;
}
