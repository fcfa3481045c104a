import { type AccessRecord, accessRecord } from '../../../schemas/stored/access-record.ts';
import { addDays, startOfDay, toRfc3339 } from '../../domain/vietnam-time.ts';
import { sortable } from '../../kernel/table/item-key.ts';
import { listedPage } from '../../kernel/table/listed-page.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { OrderedPartition, ReadEntries } from '../../kernel/table/read-index.ts';
import { indexKeys, readPartitions } from '../keys/keys.ts';
import { READS_INDEX } from '../keys/table-design.ts';
import type { AccessList, AccessPage } from './access-record-store.ts';

/** A page of access records, newest first, from any store. */
export async function accessPage(
  read: ReadEntries,
  of: AccessList,
  before: string | undefined,
  limit: number,
): Promise<AccessPage> {
  const { items, next } = await listedPage(read, {
    partitions: partitionsOf(of),
    ...spanOf(of),
    newestFirst: true,
    after: before,
    limit,
    rowOf({ key, item }) {
      const record = parseStored(accessRecord, item['read'], key);
      return keeps(of, record) ? record : undefined;
    },
  });
  return { records: items, next };
}

function partitionsOf(of: AccessList): OrderedPartition[] {
  if ('reader' in of) return [{ index: READS_INDEX, partition: indexKeys.readsPartition(of.reader) }];
  const partitions = 'owner' in of ? readPartitions.owner(of.owner) : readPartitions.day(of.on);
  return partitions.map(partition => ({ index: undefined, partition }));
}

/** From the first to the last possible position, on the given day if there is one. */
function spanOf({ on }: AccessList): { from: string | undefined; to: string | undefined } {
  if (on === undefined) return { from: undefined, to: undefined };
  const midnight = (date: string) => sortable(toRfc3339(startOfDay(date)));
  return { from: midnight(on), to: midnight(addDays(on, 1)) };
}

function keeps(of: AccessList, { dossiers }: AccessRecord): boolean {
  return !('owner' in of) || of.dossier === undefined || dossiers.some(({ code }) => code === of.dossier);
}
