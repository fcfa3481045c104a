import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, namesIn } from './disk.ts';
import { type SortedKeys, sortedKeys } from './key-order.ts';
import { hashOfKey, parseFileName, removeVersionFiles, type Version } from './version-files.ts';

const READ_AT_ONE_TIME = 64;

/** Which versions a bucket holds, by the hash of their key, newest first. */
export class VersionIndex {
  readonly #versions: Map<string, readonly Version[]>;
  #sorted: SortedKeys | undefined;

  constructor(versions: Map<string, readonly Version[]>) {
    this.#versions = versions;
  }

  versionsOf(key: string): readonly Version[] {
    return this.#versions.get(hashOfKey(key)) ?? [];
  }

  isEmpty(): boolean {
    return this.#versions.size === 0;
  }

  /** Makes a version its key's newest. Returns those that it stands in the place of: two without an id cannot be. */
  add(key: string, version: Version): readonly Version[] {
    const earlier = this.#versions.get(version.hash) ?? [];
    const superseded = version.versionId === 'null' ? earlier.filter(old => old.versionId === 'null') : [];
    this.#versions.set(version.hash, [version, ...earlier.filter(old => !superseded.includes(old))]);
    this.#sorted?.add(key);
    return superseded;
  }

  remove(key: string, version: Version): void {
    const left = (this.#versions.get(version.hash) ?? []).filter(other => other !== version);
    if (left.length > 0) this.#versions.set(version.hash, left);
    else {
      this.#versions.delete(version.hash);
      this.#sorted?.delete(key);
    }
  }

  /** All keys in order, once `summarize` has read every version. */
  async sorted(summarize: (version: Version) => Promise<void>): Promise<SortedKeys> {
    // Versions may come while others are being read: until none is left unread.
    while (!this.#sorted) {
      const all = [...this.#versions.values()];
      const unread = all.flat().filter(version => !version.summary);
      if (unread.length === 0) this.#sorted = sortedKeys(all.map(([newest]) => newest?.summary?.key ?? ''));
      for (let at = 0; at < unread.length; at += READ_AT_ONE_TIME) {
        const some = unread.slice(at, at + READ_AT_ONE_TIME);
        await Promise.all(some.map(version => summarize(version).catch(ignoreMissing)));
      }
    }
    return this.#sorted;
  }
}

/** A version may be removed while it is about to be read. */
function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}

/** Reads file names only, so that a restart stays quick. Sweeps what a crash left behind. */
export async function readVersionIndex(objects: string): Promise<VersionIndex> {
  const index = new Map<string, readonly Version[]>();
  for (const shard of await namesIn(objects)) {
    const folder = join(objects, shard);
    for (const version of await versionsIn(folder)) {
      index.set(version.hash, [...(index.get(version.hash) ?? []), version]);
    }
  }
  for (const [hash, versions] of index) index.set(hash, await withoutSuperseded(objects, versions));
  return new VersionIndex(index);
}

/** The versions whose metadata is in a folder; bytes without metadata are deleted. */
async function versionsIn(folder: string): Promise<readonly Version[]> {
  const names = await namesIn(folder);
  const known = new Set(names);
  const versions: Version[] = [];
  for (const name of names) {
    const parsed = parseFileName(name);
    if (parsed?.file === 'json') versions.push(parsed.version);
    else if (parsed && !known.has(name.replace(/data$/, 'json'))) await rm(join(folder, name));
  }
  return versions;
}

async function withoutSuperseded(objects: string, versions: readonly Version[]): Promise<readonly Version[]> {
  const newestFirst = versions.toSorted((a, b) => (a.sequence < b.sequence ? 1 : -1));
  const [, ...superseded] = newestFirst.filter(version => version.versionId === 'null');
  for (const version of superseded) await removeVersionFiles(objects, version);
  return newestFirst.filter(version => !superseded.includes(version));
}
