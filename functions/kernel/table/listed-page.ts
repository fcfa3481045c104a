import type { Instant } from '../../../schemas/instant.ts';
import { readMerged } from './merge-partitions.ts';
import type { Entry, OrderedPartition, ReadEntries } from './read-index.ts';

/** A page of a list, and the position after which the next one begins; undefined at the end of the list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/**
 * Which page of a list: the one after a position, or the first. A page may be shorter than requested without being
 * the last.
 */
export interface PageWanted {
  readonly position: string | undefined;
  readonly limit: number;
  readonly now: Instant;
}

/** What a page is made from. */
export interface ListQuery<T> {
  readonly partitions: readonly OrderedPartition[];
  /** Bounds of positions, inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly newestFirst: boolean;
  readonly after: string | undefined;
  readonly limit: number;
  /** The row of an entry; undefined for one that does not belong to the list. */
  readonly rowOf: (entry: Entry) => T | undefined;
  /**
   * Reads entries again in their current state: undefined for those that have left their place. Needed if an index
   * must not show outdated entries.
   */
  readonly again?: ((entries: readonly Entry[]) => Promise<(Entry | undefined)[]>) | undefined;
}

/** Most entries examined for one page: a selective filter gives a short page, not a long request. */
const MOST_ENTRIES = 1000;
/** Most entries requested at once. */
const STRETCH = 250;

/** Reads a page of rows, in the order of their entries. */
export async function listedPage<T>(read: ReadEntries, query: ListQuery<T>): Promise<Page<T>> {
  const { limit, rowOf, again } = query;
  const items: T[] = [];
  let walk: Walk = { after: query.after, looked: 0, more: true };
  while (walk.more && items.length < limit && walk.looked < MOST_ENTRIES) {
    const found: Found<T>[] = [];
    walk = await walkOn(read, query, walk, { found, most: limit - items.length });
    const now = again && found.length > 0 ? await again(found.map(({ entry }) => entry)) : undefined;
    const rows = now ? now.map(entry => entry && rowOf(entry)) : found.map(({ row }) => row);
    items.push(...rows.filter(row => row !== undefined));
  }
  return { items, next: walk.more ? walk.after : undefined };
}

/** How far a list was read: the position of the last entry passed, how many entries were read, whether more follow. */
interface Walk {
  readonly after: string | undefined;
  readonly looked: number;
  readonly more: boolean;
}

interface Found<T> {
  readonly entry: Entry;
  readonly row: T;
}

/** Reads on until enough matching entries are found, the list ends, or the limit of examined entries is reached. */
async function walkOn<T>(
  read: ReadEntries,
  { partitions, from, to, newestFirst, limit, rowOf }: ListQuery<T>,
  start: Walk,
  { found, most }: { found: Found<T>[]; most: number },
): Promise<Walk> {
  let { after, looked } = start;
  let passed = 0;
  let stretch = Math.min(limit + 1, STRETCH);
  while (looked < MOST_ENTRIES) {
    const page = await readMerged(read, partitions, { from, to, after, newestFirst, limit: stretch });
    looked += Math.max(page.read, 1);
    for (const [index, entry] of page.entries.entries()) {
      after = entry.position;
      passed++;
      const row = rowOf(entry);
      if (row !== undefined) found.push({ entry, row });
      if (found.length === most) return { after, looked, more: page.more || index + 1 < page.entries.length };
    }
    if (!page.more) return { after, looked, more: false };
    stretch = nextStretch({ passed, kept: found.length, wanted: most - found.length });
  }
  return { after, looked, more: true };
}

/** Extra entries beyond the estimate, so that one further request is usually enough. */
const SLACK = 1.2;

/** Estimate of the entries needed for those still wanted: a filter that kept one in four is assumed to do so again. */
function nextStretch({ passed, kept, wanted }: { passed: number; kept: number; wanted: number }): number {
  const rate = (kept + 1) / (passed + 1);
  return Math.min(Math.ceil((SLACK * wanted) / rate) + 1, STRETCH);
}
