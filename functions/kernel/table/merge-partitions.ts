import type { Entry, OrderedPartition, ReadEntries, Stretch } from './read-index.ts';

/** A partition as far as it was read. */
interface Reached {
  readonly partition: OrderedPartition;
  readonly entries: readonly Entry[];
  /** There may be entries after those read. */
  readonly more: boolean;
}

/**
 * Reads several partitions as one, in order of position: a list of three states is three partitions. Each is asked
 * for twice its share of the page, and then the one that limits the merge for the rest.
 */
export async function readMerged(
  read: ReadEntries,
  partitions: readonly OrderedPartition[],
  stretch: Stretch,
): Promise<{ entries: Entry[]; more: boolean; read: number }> {
  const { limit } = stretch;
  const share = Math.min(limit, Math.ceil((2 * limit) / partitions.length));
  let reached: readonly Reached[] = await Promise.all(
    partitions.map(async partition => ({
      partition,
      ...(await read(partition, { ...stretch, limit: share })),
    })),
  );
  for (;;) {
    const { entries, end } = mergedUpToEnd(reached, stretch.newestFirst);
    const holding = end && reached.find(one => one.more && one.entries.at(-1) === end);
    if (!holding || entries.length >= limit) {
      return {
        entries: entries.slice(0, limit),
        more: end !== undefined || entries.length > limit,
        read: reached.reduce((sum, one) => sum + one.entries.length, 0),
      };
    }
    const rest = { ...stretch, after: end.position, limit: limit - entries.length };
    const next = await read(holding.partition, rest);
    const entriesOfBoth = [...holding.entries, ...next.entries];
    reached = reached.map(one =>
      one === holding ? { ...holding, entries: entriesOfBoth, more: next.more } : one,
    );
  }
}

/** The entries whose order is certain: all up to the first end of a partition that may have more. */
function mergedUpToEnd(
  reached: readonly Reached[],
  newestFirst: boolean,
): { entries: Entry[]; end: Entry | undefined } {
  const before = (one: Entry, other: Entry) =>
    newestFirst ? one.position > other.position : one.position < other.position;
  const ends = reached.flatMap(({ entries, more }) => (more ? entries.slice(-1) : []));
  const end = ends.toSorted((a, b) => (before(a, b) ? -1 : 1))[0];
  const entries = reached
    .flatMap(one => one.entries)
    .filter(entry => end === undefined || !before(end, entry))
    .sort((a, b) => (before(a, b) ? -1 : 1));
  return { entries, end };
}
