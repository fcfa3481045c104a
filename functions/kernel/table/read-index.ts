import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { fetchItems } from './fetch-items.ts';
import { HIGHEST, type ItemKey, LOWEST } from './item-key.ts';
import type { Table } from './table.ts';

/** A partition whose entries are in the order of their sort key: of the table, or of an index. */
export interface OrderedPartition {
  /** An index by its name, with attributes `<name>Pk` and `<name>Sk`; undefined for the table itself. */
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

const item = z.looseObject({ pk: z.string(), sk: z.string() });

/**
 * Reads entries from the table: consistently from its own partitions, as they come from those of an index. `carried` is
 * the attribute that holds what is shown of an entry.
 */
export function entriesIn(table: Table, carried: string): ReadEntries {
  return async (partition, stretch) => {
    const read = await readStretch(table, carried, partition, stretch);
    if (!partition.bare) return read;
    const entries = await entriesAgain(table)(read.entries);
    return { ...read, entries: entries.filter(entry => entry !== undefined) };
  };
}

/** Reads entries that an index brought again, consistently: undefined for one that is gone, or that is in other hands by now. */
export function entriesAgain(table: Table): (entries: readonly Entry[]) => Promise<(Entry | undefined)[]> {
  return async entries => {
    const found = await fetchItems(
      table,
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
  table: Table,
  carried: string,
  { index, partition, bare = false }: OrderedPartition,
  stretch: Stretch,
): Promise<{ entries: Entry[]; more: boolean }> {
  const bounds = boundsOf(stretch);
  if (bounds.low > bounds.high) return { entries: [], more: false };
  const sortKey = index ? `${index}Sk` : 'sk';
  const page = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      ...(index ? { IndexName: index } : { ConsistentRead: true }),
      KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :low AND :high',
      ProjectionExpression: ['pk, sk', ...(index ? ['#sk'] : []), ...(bare ? [] : ['#carried'])].join(', '),
      ExpressionAttributeNames: {
        '#pk': index ? `${index}Pk` : 'pk',
        '#sk': sortKey,
        ...(!bare && { '#carried': carried }),
      },
      ExpressionAttributeValues: { ':pk': partition, ':low': bounds.low, ':high': bounds.high },
      ScanIndexForward: !stretch.newestFirst,
      Limit: stretch.limit,
    }),
  );
  const entries = (page.Items ?? []).map(read => {
    const { pk, sk, ...rest } = item.parse(read);
    return { key: { pk, sk }, position: String(index ? rest[sortKey] : sk), item: rest };
  });
  return { entries, more: page.LastEvaluatedKey !== undefined };
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
