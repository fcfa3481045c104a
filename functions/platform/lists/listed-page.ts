import type { Instant } from '../../domain/vietnam-time.ts';
import type { Table } from '../table/table.ts';
import { readMerged } from './merge-partitions.ts';
import type { Entry, OrderedPartition } from './read-index.ts';

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
  /** Whether an entry may belong to the list, by its facts alone. */
  readonly mayBelong: (entry: Entry) => boolean;
  /** Reads what the entries stand for, as it is now; undefined for what does not belong to the list, or no longer. */
  readonly fetch: (entries: readonly Entry[]) => Promise<(T | undefined)[]>;
}

/** Entries looked at, and items fetched, for one page at the most: a filter that keeps little gives a short page, not a long request. */
const MOST_ENTRIES = 1000;
const MOST_FETCHED = 300;
/** Entries asked for at once, and items fetched at once, at the most: both grow as long as a filter keeps little. */
const STRETCH = 250;
const AT_ONCE = 80;

/**
 * Reads a page. Entries tell the order and rule out what their facts can; the items themselves are read consistently by key, so that a
 * row never tells of a state that was, and what left the list since it was written to the index is left out.
 */
export async function listedPage<T>(table: Table, query: ListQuery<T>): Promise<Page<T>> {
  const { limit, from, to, newestFirst } = query;
  const items: T[] = [];
  let after = query.after;
  let looked = 0;
  let fetched = 0;
  let stretch = limit + 1;
  let atOnce = 0;
  while (looked < MOST_ENTRIES && fetched < MOST_FETCHED) {
    const page = await readMerged(table, query.partitions, { from, to, after, newestFirst, limit: stretch });
    looked += Math.max(page.read, 1);
    let rest = page.entries;
    while (rest.length > 0 && fetched < MOST_FETCHED) {
      const wanted = Math.max(limit - items.length, atOnce);
      const { candidates, passed } = nextCandidates(rest, wanted, query.mayBelong);
      atOnce = Math.min(Math.max(2 * atOnce, 10), AT_ONCE);
      const found = await query.fetch(candidates);
      fetched += candidates.length;
      for (const [index, item] of found.entries()) {
        if (item !== undefined) items.push(item);
        if (items.length < limit) continue;
        const last = candidates[index];
        const done = last === page.entries.at(-1) && !page.more;
        return { items, next: done ? undefined : last?.position };
      }
      after = rest[passed - 1]?.position ?? after;
      rest = rest.slice(passed);
    }
    if (rest.length === 0 && !page.more) return { items, next: undefined };
    stretch = Math.min(2 * stretch, STRETCH);
  }
  return { items, next: after };
}

/** The next entries that may belong, and how many entries were passed to find them. */
function nextCandidates(
  entries: readonly Entry[],
  most: number,
  mayBelong: (entry: Entry) => boolean,
): { candidates: Entry[]; passed: number } {
  const candidates: Entry[] = [];
  let passed = 0;
  for (const entry of entries) {
    if (candidates.length === most) break;
    passed++;
    if (mayBelong(entry)) candidates.push(entry);
  }
  return { candidates, passed };
}
