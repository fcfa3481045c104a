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
  /** Reads entries again, as they are now: undefined for what has left its place. Needed where an index must not tell of what was. */
  readonly again?: ((entries: readonly Entry[]) => Promise<(Entry | undefined)[]>) | undefined;
}

/** Entries looked at for one page at the most: a filter that keeps little gives a short page, not a long request. */
const MOST_ENTRIES = 1000;
/** Entries asked for at once at the most: more and more as long as a filter keeps little. */
const STRETCH = 250;

/** Reads a page of rows, in the order of their entries. */
export async function listedPage<T>(read: ReadEntries, query: ListQuery<T>): Promise<Page<T>> {
  const { limit, from, to, newestFirst, rowOf, again } = query;
  const items: T[] = [];
  let after = query.after;
  let looked = 0;
  let stretch = limit + 1;
  while (looked < MOST_ENTRIES) {
    const page = await readMerged(read, query.partitions, { from, to, after, newestFirst, limit: stretch });
    looked += Math.max(page.read, 1);
    for (let rest = page.entries; rest.length > 0; ) {
      const { found, passed } = nextFound(rest, limit - items.length, rowOf);
      const now = again && found.length > 0 ? await again(found.map(({ entry }) => entry)) : undefined;
      const rows = now ? now.map(entry => entry && rowOf(entry)) : found.map(({ row }) => row);
      items.push(...rows.filter(row => row !== undefined));
      after = rest[passed - 1]?.position;
      rest = rest.slice(passed);
      if (items.length === limit) return { items, next: rest.length > 0 || page.more ? after : undefined };
    }
    if (!page.more) return { items, next: undefined };
    stretch = Math.min(2 * stretch, STRETCH);
  }
  return { items, next: after };
}

/** The next entries that belong to a list, with their rows, and how many entries were passed to find them. */
function nextFound<T>(
  entries: readonly Entry[],
  most: number,
  rowOf: (entry: Entry) => T | undefined,
): { found: { entry: Entry; row: T }[]; passed: number } {
  const found: { entry: Entry; row: T }[] = [];
  let passed = 0;
  for (const entry of entries) {
    if (found.length === most) break;
    passed++;
    const row = rowOf(entry);
    if (row !== undefined) found.push({ entry, row });
  }
  return { found, passed };
}
