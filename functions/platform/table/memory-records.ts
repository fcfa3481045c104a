import type { ItemKey } from './keys.ts';

/** An item as stored: JSON, as the table would give it back. */
export type MemoryItem = Readonly<Record<string, unknown>>;

/** One write of a transaction in memory: when it may be made, and what the item becomes. */
export interface MemoryWrite {
  readonly name: string;
  readonly key: ItemKey;
  /** The write's condition on the item as it stands; none when left out. */
  readonly holds?: (item: MemoryItem | undefined) => boolean;
  /** The item afterwards; left out for a mere check. */
  readonly becomes?: (item: MemoryItem | undefined) => MemoryItem;
}

/** Items by key, in memory, changed by transactions as the table's are: all writes or none. */
export interface MemoryRecords {
  get(key: ItemKey): MemoryItem | undefined;
  /** Makes all writes, or none: then which one's condition did not hold, the first in order, and what was there. */
  transact(
    writes: readonly MemoryWrite[],
  ): { done: true } | { done: false; failed: string; found: MemoryItem | undefined };
  /** Every item, in order of partition and sort key. */
  all(): readonly { readonly key: ItemKey; readonly item: MemoryItem }[];
}

const nameOf = ({ pk, sk }: ItemKey) => JSON.stringify([pk, sk]);

/** Empty records. What is stored is copied in and out, so that nobody shares an object with the store. */
export function memoryRecords(): MemoryRecords {
  const items = new Map<string, { key: ItemKey; json: string }>();
  const get = (key: ItemKey): MemoryItem | undefined => {
    const found = items.get(nameOf(key));
    return found && JSON.parse(found.json);
  };
  return {
    get,
    transact(writes) {
      const named = new Set(writes.map(({ key }) => nameOf(key)));
      if (named.size < writes.length) throw new TypeError('a transaction names an item once');
      const failed = writes.find(({ key, holds }) => holds && !holds(get(key)));
      if (failed) return { done: false, failed: failed.name, found: get(failed.key) };
      for (const { key, becomes } of writes) {
        if (becomes) items.set(nameOf(key), { key, json: JSON.stringify(becomes(get(key))) });
      }
      return { done: true };
    },
    all: () =>
      [...items.values()]
        .map(({ key, json }) => ({ key, item: JSON.parse(json) }))
        .sort((a, b) => (nameOf(a.key) < nameOf(b.key) ? -1 : 1)),
  };
}
