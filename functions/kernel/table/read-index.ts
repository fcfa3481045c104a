import { indexAttributes } from './index-attributes.ts';
import { HIGHEST, type ItemKey, LOWEST } from './item-key.ts';
import type { Items } from './items.ts';

/** A partition whose entries are in the order of their sort key: of the table, or of an index. */
export interface OrderedPartition {
  /** An index by its name; undefined for the table itself. */
  readonly index: string | undefined;
  readonly partition: string;
  /** An index that projects only keys: its entries are read by key. */
  readonly bare?: boolean;
}

/** Which entries of a partition: those after a position within inclusive bounds, in one direction. */
export interface Stretch {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: string | undefined;
  readonly newestFirst: boolean;
  readonly limit: number;
}

/** An entry: the key of its item, its place in the order, and its projected data, as stored. */
export interface Entry {
  readonly key: ItemKey;
  readonly position: string;
  readonly item: Readonly<Record<string, unknown>>;
}

/**
 * Entries of a partition in order. `more`: there may be entries after the last one read. Without a filter a query
 * returns at least one entry.
 */
export type ReadEntries = (
  partition: OrderedPartition,
  stretch: Stretch,
) => Promise<{ readonly entries: readonly Entry[]; readonly more: boolean }>;

/**
 * Reads entries: consistently from the table's own partitions, eventually consistently from an index. `carried` is
 * the attribute that holds the displayed part of an entry.
 */
export function entriesIn(items: Items, carried: string): ReadEntries {
  return async (partition, stretch) => {
    const read = await readStretch(items, carried, partition, stretch);
    if (!partition.bare) return read;
    const entries = await entriesAgain(items)(read.entries);
    return { ...read, entries: entries.filter(entry => entry !== undefined) };
  };
}

/** Reads the entries found in an index again, consistently: undefined for one that is gone or has moved. */
export function entriesAgain(items: Items): (entries: readonly Entry[]) => Promise<(Entry | undefined)[]> {
  return async entries => {
    const found = await items.fetch(
      entries.map(({ key }) => key),
      'row',
    );
    return entries.map(({ key, position }) => {
      const now = found(key);
      return now && { key, position, item: now };
    });
  };
}

async function readStretch(
  items: Items,
  carried: string,
  { index, partition, bare = false }: OrderedPartition,
  stretch: Stretch,
): Promise<{ entries: Entry[]; more: boolean }> {
  const { low, high } = boundsOf(stretch);
  if (low > high) return { entries: [], more: false };
  const page = await items.query({
    index,
    partition,
    low,
    high,
    backwards: stretch.newestFirst,
    limit: stretch.limit,
    consistent: true,
    attributes: bare ? [] : [carried],
  });
  const entries = page.items.map(({ key, item }) => ({
    key,
    position: index ? String(item[indexAttributes(index).sort]) : key.sk,
    item,
  }));
  return { entries, more: page.more };
}

/**
 * A query takes two inclusive bounds, so an exclusive position becomes the bound next to it: what follows it
 * continues it or is greater; what precedes it has a lower last character or is shorter.
 */
function boundsOf({ from = LOWEST, to = HIGHEST, after, newestFirst }: Stretch): {
  low: string;
  high: string;
} {
  if (after === undefined) return { low: from, high: to };
  if (!newestFirst) {
    const next = `${after}${LOWEST}`;
    return { low: next > from ? next : from, high: to };
  }
  const lower = String.fromCharCode(after.charCodeAt(after.length - 1) - 1);
  const previous = `${after.slice(0, -1)}${lower}${HIGHEST}`;
  return { low: from, high: previous < to ? previous : to };
}
