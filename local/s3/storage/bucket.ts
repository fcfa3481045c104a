import { rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { makeFolder, moveInto, readRange, syncFolder, writeDurably } from './disk.ts';
import type { SortedKeys } from './key-order.ts';
import type { KeyedLock } from './keyed-lock.ts';
import type { Outbox, PendingEvent } from './outbox.ts';
import { readRecord } from './read-record.ts';
import {
  type BucketRecord,
  type MarkerRecord,
  type ObjectEvent,
  type ObjectRecord,
  objectRecord,
} from './records.ts';
import type { Sequence } from './sequence.ts';
import {
  bytesPath,
  hashOfKey,
  newVersionId,
  recordPath,
  removeVersionFiles,
  type Version,
} from './version-files.ts';
import { readVersionIndex, type VersionIndex } from './version-index.ts';
import { markerSummary, objectSummary, summarize } from './version-summary.ts';

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

type Bytes = Iterable<Buffer> | AsyncIterable<Buffer>;
type EventFacts = Pick<ObjectEvent, 'key' | 'kind' | 'cause' | 'size' | 'eTag'>;

/** Opens the bucket in a folder, whose files are named after what they hold. */
export async function openBucket(folder: string, record: BucketRecord, deps: BucketDeps): Promise<Bucket> {
  return new Bucket(folder, record, await readVersionIndex(join(folder, 'objects')), deps);
}

/** One bucket on disk. Changes of one key belong inside `locked`. */
export class Bucket {
  readonly folder: string;
  readonly #objects: string;
  readonly #index: VersionIndex;
  readonly #deps: BucketDeps;
  #record: BucketRecord;

  constructor(folder: string, record: BucketRecord, index: VersionIndex, deps: BucketDeps) {
    this.folder = folder;
    this.#objects = join(folder, 'objects');
    this.#record = record;
    this.#index = index;
    this.#deps = deps;
  }

  record(): BucketRecord {
    return this.#record;
  }

  async configure(record: BucketRecord): Promise<void> {
    await this.#replace(join(this.folder, 'bucket.json'), record);
    this.#record = record;
  }

  /** Runs an action while nothing else changes the key, the multipart upload or the bucket's own record. */
  locked<T>(kind: 'key' | 'upload' | 'record', name: string, action: () => Promise<T>): Promise<T> {
    return this.#deps.locks.run(`${this.#record.name} ${kind} ${name}`, action);
  }

  /** A key's versions and delete markers, newest first. */
  versions(key: string): readonly Version[] {
    return this.#index.versionsOf(key);
  }

  readObject(version: Version): Promise<ObjectRecord> {
    return readRecord(recordPath(this.#objects, version), objectRecord);
  }

  /** The bytes from `start` to before `end`. */
  readBytes(version: Version, start: number, end: number): Promise<Buffer> {
    return readRange(bytesPath(this.#objects, version), start, end);
  }

  /** Stores a new current version, durable on return, and locked where the bucket locks what comes. */
  add(given: ObjectRecord, bytes: Bytes, cause: ObjectEvent['cause']): Promise<Version> {
    const content = lockedBy(this.#record, given);
    const { key, size, eTag } = content;
    const version = this.#nextVersion(key, false);
    version.summary = objectSummary(content);
    const event = this.#eventOf(version, { key, kind: 'created', cause, size, eTag });
    return this.#commit(version, content, event, bytes);
  }

  addMarker(content: MarkerRecord): Promise<Version> {
    const version = this.#nextVersion(content.key, true);
    version.summary = markerSummary(content);
    const event = this.#eventOf(version, deletion(content.key, 'DeleteMarkerCreated'));
    return this.#commit(version, content, event);
  }

  /** Replaces a version's metadata. */
  rewrite(version: Version, content: ObjectRecord): Promise<void> {
    return this.#replace(recordPath(this.#objects, version), content);
  }

  /** Removes one version for good. */
  async remove(key: string, version: Version): Promise<void> {
    const path = recordPath(this.#objects, version);
    const event = this.#eventOf(version, deletion(key, 'Delete'), this.#deps.sequence());
    const pending = await this.#prepare(event, path, 'absent');
    await rm(path);
    await syncFolder(this.#shardOf(version));
    this.#index.remove(key, version);
    await rm(bytesPath(this.#objects, version), { force: true });
    await pending.announce();
  }

  /** All keys that have a version, in order, their summaries read. */
  listable(): Promise<SortedKeys> {
    return this.#index.sorted(version => summarize(this.#objects, version));
  }

  isEmpty(): boolean {
    return this.#index.isEmpty();
  }

  async #commit(
    version: Version,
    content: ObjectRecord | MarkerRecord,
    event: ObjectEvent,
    bytes?: Bytes,
  ): Promise<Version> {
    const pending = await this.#writeVersion(version, content, event, bytes);
    const superseded = this.#index.add(content.key, version);
    for (const old of superseded) await removeVersionFiles(this.#objects, old);
    await pending?.announce();
    return version;
  }

  /** All or nothing: metadata is moved into place last, for bytes without metadata are nothing. */
  async #writeVersion(
    version: Version,
    content: ObjectRecord | MarkerRecord,
    event: ObjectEvent,
    bytes?: Bytes,
  ): Promise<PendingEvent | undefined> {
    const [record, data] = [
      this.#temporaryPath(version.sequence, 'json'),
      this.#temporaryPath(version.sequence, 'data'),
    ];
    const path = recordPath(this.#objects, version);
    let pending: PendingEvent | undefined;
    const prepare = async () => {
      pending = await this.#prepare(event, path, 'present');
    };
    try {
      const written = await Promise.allSettled([
        prepare(),
        writeDurably(record, JSON.stringify(content)),
        bytes && writeDurably(data, bytes),
        makeFolder(this.#shardOf(version)),
      ]);
      const failed = written.find(result => result.status === 'rejected');
      if (failed) throw failed.reason;
      if (bytes) await rename(data, bytesPath(this.#objects, version));
      await moveInto(record, path);
      return pending;
    } catch (error) {
      await Promise.allSettled([rm(record, { force: true }), rm(data, { force: true }), pending?.withdraw()]);
      throw error;
    }
  }

  #prepare(event: ObjectEvent, path: string, expected: 'present' | 'absent'): Promise<PendingEvent> {
    return this.#deps.outbox.prepare(event, { path: relative(this.#deps.root, path), expected });
  }

  async #replace(path: string, content: BucketRecord | ObjectRecord): Promise<void> {
    const temporary = this.#temporaryPath(this.#deps.sequence(), 'json');
    await writeDurably(temporary, JSON.stringify(content));
    await moveInto(temporary, path);
  }

  #nextVersion(key: string, marker: boolean): Version {
    return {
      hash: hashOfKey(key),
      sequence: this.#deps.sequence(),
      versionId: this.#record.versioning === 'enabled' ? newVersionId() : 'null',
      marker,
    };
  }

  #eventOf(version: Version, facts: EventFacts, sequencer = version.sequence): ObjectEvent {
    const { name, versioning } = this.#record;
    return {
      bucket: name,
      ...facts,
      ...(versioning === 'never' ? {} : { versionId: version.versionId }),
      sequencer,
    };
  }

  #shardOf(version: Version): string {
    return join(this.#objects, version.hash.slice(0, 2));
  }

  #temporaryPath(sequence: string, kind: 'json' | 'data'): string {
    return join(this.#deps.temporary, `${sequence}.${kind}`);
  }
}

const deletion = (key: string, cause: ObjectEvent['cause']): EventFacts => ({
  key,
  kind: 'deleted',
  cause,
  size: 0,
  eTag: '',
});

const A_DAY = 24 * 3600 * 1000;

function lockedBy({ lock }: BucketRecord, { lock: _, ...content }: ObjectRecord): ObjectRecord {
  if (!lock) return content;
  return { ...content, lock: { mode: lock.mode, until: content.modifiedAt + lock.days * A_DAY } };
}
