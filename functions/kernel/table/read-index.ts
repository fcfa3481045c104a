import { indexAttributes } from './index-attributes.ts';
import { HIGHEST, type ItemKey, LOWEST } from './item-key.ts';
import type { Items } from './items.ts';

/** A partition whose entries are in the order of their sort key: of the table, or of an index. */
export interface OrderedPartition {
  /** An index by its name; undefined for the table itself. */
  readonly index: string | undefined;
  readonly partition: string;
  /** An index that carries nothing of its entries: they are read by their keys. */
  readonly bare?: boolean;
}

/** Which entries of a partition: those after a position within bounds, in one direction. Bounds are sort keys, both included. */
export interface Stretch {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: string | undefined;
  readonly newestFirst: boolean;
  readonly limit: number;
}

/** An entry: the key of its item, its place in the order, and what it carries, as stored. */
export interface Entry {
  readonly key: ItemKey;
  readonly position: string;
  readonly item: Readonly<Record<string, unknown>>;
}

/** Entries of a partition in their order. `more`: there may be entries beyond the last read; a query that keeps all it reads reads one at least. */
export type ReadEntries = (
  partition: OrderedPartition,
  stretch: Stretch,
) => Promise<{ readonly entries: readonly Entry[]; readonly more: boolean }>;

/**
 * Reads entries: consistently from the table's own partitions, as they come from those of an index. `carried` is the
 * attribute that holds what is shown of an entry.
 */
export function entriesIn(items: Items, carried: string): ReadEntries {
  return async (partition, stretch) => {
    const read = await readStretch(items, carried, partition, stretch);
    if (!partition.bare) return read;
    const entries = await entriesAgain(items)(read.entries);
    return { ...read, entries: entries.filter(entry => entry !== undefined) };
  };
}

/** Reads entries that an index brought again, consistently: undefined for one that is gone, or that is in other hands by now. */
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
 * A query takes two bounds, both included; so a position that is excluded becomes the bound next to it: what follows it continues it or is
 * greater, what comes before has a lower last character or ends earlier.
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
