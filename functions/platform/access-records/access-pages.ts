import type { AccessRecord } from '../../../schemas/access-record.ts';
import { addDays, startOfDay, toRfc3339 } from '../../domain/vietnam-time.ts';
import { indexKeys, readPartitions, sortable } from '../table/keys.ts';
import type { AccessList, AccessPage } from './access-record-store.ts';

/** An entry as a partition gives it. */
export interface PlacedAccess {
  readonly position: string;
  readonly record: AccessRecord;
}

/** A stretch of one partition, newest first: positions from `from` to `to`, both included. `index` is none for the table itself. */
export interface Stretch {
  readonly index: 'reads' | undefined;
  readonly partition: string;
  readonly from: string;
  readonly to: string;
  readonly limit: number;
}

/** Entries read for one page at the most, so that a filter that keeps little cannot make a request long. */
const READ_AT_MOST = 1000;

/** A page of a list of reads, from one partition or merged from several, however they are read. */
export async function accessPage(
  read: (stretch: Stretch) => Promise<readonly PlacedAccess[]>,
  of: AccessList,
  before: string | undefined,
  limit: number,
): Promise<AccessPage> {
  const { index, partitions } = placesOf(of);
  const [from, until] = spanOf(of);
  const records: AccessRecord[] = [];
  let position = before;
  for (let seen = 0; seen < READ_AT_MOST; ) {
    const to = position ?? until;
    // The end of a stretch is included, and was shown on the page before: one more than that tells whether anything is left.
    const asked = limit + 2;
    const stretches = await Promise.all(
      partitions.map(partition => read({ index, partition, from, to, limit: asked })),
    );
    const found = stretches
      .flat()
      .filter(entry => entry.position !== position)
      .sort((a, b) => (a.position < b.position ? 1 : -1));
    // Below its first `limit` entries the merge may miss what a full stretch did not give.
    for (const [place, entry] of found.slice(0, limit).entries()) {
      position = entry.position;
      if (keeps(of, entry.record)) records.push(entry.record);
      if (records.length === limit) return { records, next: place + 1 < found.length ? position : undefined };
    }
    if (found.length <= limit) return { records, next: undefined };
    seen += found.length;
  }
  return { records, next: position };
}

function placesOf(of: AccessList): Pick<Stretch, 'index'> & { partitions: readonly string[] } {
  if ('owner' in of) return { index: undefined, partitions: readPartitions.owner(of.owner) };
  if ('reader' in of) return { index: 'reads', partitions: [indexKeys.readsPartition(of.reader)] };
  return { index: undefined, partitions: readPartitions.day(of.on) };
}

/** From the first to the last position there can be, on the day if one is given. */
function spanOf({ on }: AccessList): readonly [string, string] {
  if (on === undefined) return ['0', '~'];
  const midnight = (date: string) => sortable(toRfc3339(startOfDay(date)));
  return [midnight(on), midnight(addDays(on, 1))];
}

function keeps(of: AccessList, { dossiers }: AccessRecord): boolean {
  return !('owner' in of) || of.dossier === undefined || dossiers.some(({ code }) => code === of.dossier);
}
