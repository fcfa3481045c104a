import type { Entry, OrderedPartition, ReadEntries, Stretch } from './read-index.ts';

/**
 * Reads several partitions as if they were one, in the order of their positions: a list of three states is three partitions. Each is
 * asked for as many entries as the page may need, and the page ends where the first of them may have more.
 */
export async function readMerged(
  read: ReadEntries,
  partitions: readonly OrderedPartition[],
  stretch: Stretch,
): Promise<{ entries: Entry[]; more: boolean; read: number }> {
  const answers = await Promise.all(partitions.map(partition => read(partition, stretch)));
  const before = (one: string, other: string) => (stretch.newestFirst ? one > other : one < other);
  const ends = answers.flatMap(({ entries, more }) => (more ? [entries.at(-1)?.position ?? ''] : []));
  const end = ends.reduce<string | undefined>(
    (nearest, one) => (nearest === undefined || before(one, nearest) ? one : nearest),
    undefined,
  );
  const all = answers.flatMap(({ entries }) => entries);
  const entries = all
    .filter(({ position }) => end === undefined || !before(end, position))
    .sort((a, b) => (before(a.position, b.position) ? -1 : 1))
    .slice(0, stretch.limit);
  return { entries, more: end !== undefined || entries.length < all.length, read: all.length };
}
