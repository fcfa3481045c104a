import type * as z from 'zod';
import { HIGHEST, type ItemKey, LOWEST, sortable } from './item-key.ts';
import type { Items } from './items.ts';
import { parseItem } from './parse-stored.ts';

/** Where the keys of a list are that is ordered by time: in some partitions of the index of what is due. */
export interface DueList {
  readonly partitions: readonly string[];
  /** Up to this instant (RFC 3339); without it, all. */
  readonly until?: string | undefined;
  readonly limit: number;
}

/** The keys of what is due in a list, the earliest first. The index may be a little behind the items. */
export async function dueKeys(
  items: Pick<Items, 'query'>,
  { partitions, until, limit }: DueList,
): Promise<ItemKey[]> {
  const high = until === undefined ? HIGHEST : `${sortable(until)}${HIGHEST}`;
  const range = { index: 'wake', low: LOWEST, high, limit, attributes: [] };
  const pages = await Promise.all(partitions.map(partition => items.query({ ...range, partition })));
  return pages
    .flatMap(page => page.items)
    .toSorted((a, b) => String(a.item['wakeSk']).localeCompare(String(b.item['wakeSk'])))
    .slice(0, limit)
    .map(({ key }) => key);
}

/** The items of some keys by their schema, in the order of the keys; those that there are. */
export async function fetchParsed<S extends z.ZodType>(
  items: Pick<Items, 'fetch'>,
  keys: readonly ItemKey[],
  schema: S,
): Promise<z.output<S>[]> {
  const found = await items.fetch(keys);
  return keys.flatMap(key => {
    const item = found(key);
    return item ? [parseItem(schema, item, key)] : [];
  });
}
