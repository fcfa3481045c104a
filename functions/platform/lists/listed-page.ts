import type { Instant } from '../../domain/vietnam-time.ts';
import { readMerged } from './merge-partitions.ts';
import type { Entry, OrderedPartition, ReadEntries } from './read-index.ts';

/** A page of a list, and the position the next one begins after; undefined at the end of the list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** Which page of a list: the one after a position, the first without one. A page may hold fewer items than asked for and not be the last. */
export interface PageWanted {
  readonly position: string | undefined;
  readonly limit: number;
  readonly now: Instant;
}

/** What a page is made from. */
export interface ListQuery<T> {
  readonly partitions: readonly OrderedPartition[];
  /** Bounds of positions, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly newestFirst: boolean;
  readonly after: string | undefined;
  readonly limit: number;
  /** The row of an entry; undefined for one that does not belong to the list. */
  readonly rowOf: (entry: Entry) => T | undefined;
  /** Reads rows again, as they are now: undefined for what has left the list. Needed where an index must not tell of what was. */
  readonly again?: ((rows: readonly T[]) => Promise<(T | undefined)[]>) | undefined;
}

/** Entries looked at for one page at the most: a filter that keeps little gives a short page, not a long request. */
const MOST_ENTRIES = 1000;
/** Entries asked for at once at the most: more and more as long as a filter keeps little. */
const STRETCH = 250;

/** Reads a page of rows, in the order of their entries. */
export async function listedPage<T>(read: ReadEntries, query: ListQuery<T>): Promise<Page<T>> {
  const { limit, from, to, newestFirst, again } = query;
  const items: T[] = [];
  let after = query.after;
  let looked = 0;
  let stretch = limit + 1;
  while (looked < MOST_ENTRIES) {
    const page = await readMerged(read, query.partitions, { from, to, after, newestFirst, limit: stretch });
    looked += Math.max(page.read, 1);
    for (let rest = page.entries; rest.length > 0; ) {
      const { rows, passed } = nextRows(rest, limit - items.length, query.rowOf);
      const now = again && rows.length > 0 ? await again(rows) : rows;
      items.push(...now.filter(row => row !== undefined));
      after = rest[passed - 1]?.position;
      rest = rest.slice(passed);
      if (items.length === limit) return { items, next: rest.length > 0 || page.more ? after : undefined };
    }
    if (!page.more) return { items, next: undefined };
    stretch = Math.min(2 * stretch, STRETCH);
  }
  return { items, next: after };
}

/** The next rows of a list, and how many entries were passed to find them. */
function nextRows<T>(
  entries: readonly Entry[],
  most: number,
  rowOf: (entry: Entry) => T | undefined,
): { rows: T[]; passed: number } {
  const rows: T[] = [];
  let passed = 0;
  while (passed < entries.length && rows.length < most) {
    const entry = entries[passed++];
    const row = entry && rowOf(entry);
    if (row !== undefined) rows.push(row);
  }
  return { rows, passed };
}
