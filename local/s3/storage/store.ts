import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { S3Error } from '../protocol/errors.ts';
import { type Bucket, type BucketDeps, openBucket } from './bucket.ts';
import { emptyFolder, makeFolder, moveInto, namesIn, syncFolder, writeDurably } from './disk.ts';
import { keyedLock } from './keyed-lock.ts';
import { openOutbox } from './outbox.ts';
import { readRecord } from './read-record.ts';
import { type BucketRecord, bucketRecord, type ObjectEvent } from './records.ts';
import { openSequence } from './sequence.ts';

/** All buckets of the host. */
export interface Store {
  /** Throws NoSuchBucket. */
  bucket(name: string): Bucket;
  find(name: string): Bucket | undefined;
  all(): Bucket[];
  create(record: BucketRecord): Promise<Bucket>;
  /** Throws BucketNotEmpty. */
  remove(name: string): Promise<void>;
  /** A path for a file that is being written; swept at the next opening. */
  temporaryPath(): string;
  close(): Promise<void>;
}

/**
 * Opens the store under a folder: `buckets/<name>/` with `bucket.json`, `objects/` and `uploads/`; `temporary/`, emptied
 * here; `outbox/`, whose events are told now.
 */
export async function openStore(
  folder: string,
  announce: (event: ObjectEvent) => void | Promise<void>,
): Promise<Store> {
  const [root, temporary] = [join(folder, 'buckets'), join(folder, 'temporary')];
  await makeFolder(root);
  await emptyFolder(temporary);
  const sequence = await openSequence(folder, temporary);
  const outbox = await openOutbox(folder, announce);
  const locks = keyedLock();
  const deps: BucketDeps = { root: folder, temporary, sequence, outbox, locks };
  const buckets = new Map<string, Bucket>();
  for (const name of (await namesIn(root)).sort()) {
    const home = join(root, name);
    const record = await readRecord(join(home, 'bucket.json'), bucketRecord);
    buckets.set(name, await openBucket(home, record, deps));
  }
  await outbox.recover();

  return {
    bucket(name) {
      const bucket = buckets.get(name);
      if (!bucket) throw new S3Error('NoSuchBucket', undefined, { BucketName: name });
      return bucket;
    },
    find: name => buckets.get(name),
    all: () => [...buckets.values()].sort((a, b) => (a.record().name < b.record().name ? -1 : 1)),
    create: record =>
      locks.run(`bucket ${record.name}`, async () => {
        const existing = buckets.get(record.name);
        if (existing) return existing;
        const draft = join(temporary, `${sequence()}.bucket`);
        await makeFolder(join(draft, 'objects'));
        await makeFolder(join(draft, 'uploads'));
        await writeDurably(join(draft, 'bucket.json'), JSON.stringify(record));
        await syncFolder(draft);
        await moveInto(draft, join(root, record.name));
        const bucket = await openBucket(join(root, record.name), record, deps);
        buckets.set(record.name, bucket);
        return bucket;
      }),
    remove: name =>
      locks.run(`bucket ${name}`, async () => {
        const bucket = buckets.get(name);
        if (!bucket) throw new S3Error('NoSuchBucket', undefined, { BucketName: name });
        if (!bucket.isEmpty()) throw new S3Error('BucketNotEmpty', undefined, { BucketName: name });
        buckets.delete(name);
        await rename(bucket.folder, join(temporary, `${sequence()}.bucket`));
        await syncFolder(root);
      }),
    temporaryPath: () => join(temporary, sequence()),
    close: () => locks.idle(),
  };
}
