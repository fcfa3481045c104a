import type { ItemKey } from './item-key.ts';
import type { KeyedItem } from './items.ts';

/** An item as stored: JSON, as the table would return it. */
export type MemoryItem = Readonly<Record<string, unknown>>;

/** One write of a transaction in memory: its condition, and the resulting item. */
export interface MemoryWrite {
  readonly name: string;
  readonly key: ItemKey;
  /** The write's condition on the item as it stands; none when left out. */
  readonly holds?: (item: MemoryItem | undefined) => boolean;
  /** The item afterwards; undefined to delete it, left out for a mere check. */
  readonly becomes?: (item: MemoryItem | undefined) => MemoryItem | undefined;
}

/** Items by key, in memory, changed by all-or-nothing transactions like the table's. */
export interface MemoryRecords {
  get(key: ItemKey): MemoryItem | undefined;
  /** Makes all writes or none; if none, returns the first write whose condition failed and the item found. */
  transact(
    writes: readonly MemoryWrite[],
  ): { done: true } | { done: false; failed: string; found: MemoryItem | undefined };
  /** Every item, in order of partition and sort key. */
  all(): readonly KeyedItem[];
  /** The items of a partition, in order of sort key. */
  under(pk: string): readonly KeyedItem[];
  /** The items that have an attribute, as a sparse index lists them, in no particular order. */
  having(attribute: string): readonly KeyedItem[];
  /** Those with a given value in it, ordered by another attribute. */
  indexed(attribute: string, value: string, order: string): readonly IndexedItem[];
}

/** An item in an index. */
export interface IndexedItem extends KeyedItem {
  readonly position: string;
}

interface Stored {
  readonly key: ItemKey;
  readonly json: string;
}

const nameOf = ({ pk, sk }: ItemKey) => JSON.stringify([pk, sk]);

/** Empty records. Items are copied in and out, so that no object is shared with the store. */
export function memoryRecords(): MemoryRecords {
  const items = new Map<string, Stored>();
  const partitions = new Map<string, Map<string, Stored>>();
  // Kept only for attributes that have been queried.
  const indexes = new Map<string, SparseIndex>();
  const get = (key: ItemKey): MemoryItem | undefined => {
    const found = items.get(nameOf(key));
    return found && JSON.parse(found.json);
  };
  const read = ({ key, json }: Stored): KeyedItem => ({ key, item: JSON.parse(json) });
  const list = (found: readonly Stored[], order: (stored: Stored) => string) =>
    found
      .map(stored => ({ stored, name: order(stored) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ stored }) => read(stored));

  function put(key: ItemKey, item: MemoryItem): void {
    const stored = { key, json: JSON.stringify(item) };
    const name = nameOf(key);
    items.set(name, stored);
    const partition = partitions.get(key.pk) ?? new Map<string, Stored>();
    partitions.set(key.pk, partition.set(key.sk, stored));
    for (const [attribute, index] of indexes) index.place(name, item[attribute]);
  }

  function remove(key: ItemKey): void {
    const name = nameOf(key);
    items.delete(name);
    partitions.get(key.pk)?.delete(key.sk);
    for (const index of indexes.values()) index.place(name, undefined);
  }

  function indexOf(attribute: string): SparseIndex {
    const known = indexes.get(attribute);
    if (known) return known;
    const index = new SparseIndex();
    for (const [name, stored] of items) index.place(name, read(stored).item[attribute]);
    indexes.set(attribute, index);
    return index;
  }

  const named = (names: Iterable<string>) => [...names].flatMap(name => items.get(name) ?? []).map(read);

  return {
    get,
    transact(writes) {
      const distinct = new Set(writes.map(({ key }) => nameOf(key)));
      if (distinct.size < writes.length) throw new TypeError('a transaction names an item once');
      const planned = writes.map(write => ({ ...write, found: get(write.key) }));
      const failed = planned.find(({ holds, found }) => holds && !holds(found));
      if (failed) return { done: false, failed: failed.name, found: failed.found };
      for (const { key, becomes, found } of planned) {
        if (!becomes) continue;
        const item = becomes(found);
        if (item) put(key, item);
        else remove(key);
      }
      return { done: true };
    },
    all: () => list([...items.values()], ({ key }) => nameOf(key)),
    under: pk => list([...(partitions.get(pk)?.values() ?? [])], ({ key }) => key.sk),
    having: attribute => named(indexOf(attribute).names()),
    indexed: (attribute, value, order) =>
      named(indexOf(attribute).of(value))
        .map(one => ({ ...one, position: String(one.item[order]) }))
        .sort((a, b) => (a.position < b.position ? -1 : 1)),
  };
}

/** Which items have which value in an attribute. */
class SparseIndex {
  readonly #values = new Map<string, unknown>();
  readonly #names = new Map<unknown, Set<string>>();

  /** Indexes an item under its value, removing it from its previous place; nowhere without a value. */
  place(name: string, value: unknown): void {
    const earlier = this.#values.get(name);
    if (earlier === value) return;
    this.#names.get(earlier)?.delete(name);
    if (value === undefined) {
      this.#values.delete(name);
      return;
    }
    this.#values.set(name, value);
    this.#names.set(value, (this.#names.get(value) ?? new Set()).add(name));
  }

  names(): Iterable<string> {
    return this.#values.keys();
  }

  of(value: unknown): Iterable<string> {
    return this.#names.get(value) ?? [];
  }
}
