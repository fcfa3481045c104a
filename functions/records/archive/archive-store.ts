import { type ArchiveBatch, archiveBatch } from '../../../schemas/organization/archive-batch.ts';
import { countedRecord } from '../../kernel/table/counted-record.ts';
import { dynamoItems } from '../../kernel/table/dynamo-items.ts';
import { parseItem } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import { keys } from '../keys/keys.ts';

/** The batches of ended dossiers that units handed over to their archive. */
export interface ArchiveStore {
  find(unit: string, id: string): Promise<ArchiveBatch | undefined>;
  /** Those of a unit, the newest first; `before`: the id after which the page begins. */
  of(
    unit: string,
    before: string | undefined,
    limit: number,
  ): Promise<{ items: ArchiveBatch[]; more: boolean }>;
  /** Keeps one, unless somebody else changed it. `also` goes into the same transaction. */
  change(after: ArchiveBatch, also?: readonly NamedWrite[]): Promise<boolean>;
}

/** Sorts after every batch. */
const LAST = '~';

export function dynamoArchiveStore(table: Table): ArchiveStore {
  const record = (unit: string, id: string) =>
    countedRecord(table, keys.archiveBatch(unit, id), archiveBatch);
  return {
    find: (unit, id) => record(unit, id).read(),
    change: (after, also) => record(after.unit, after.id).change(after, also),
    async of(unit, before, limit) {
      const { pk: partition, sk: high } = keys.archiveBatch(unit, before ?? LAST);
      const { items, more } = await dynamoItems(table).query({
        partition,
        low: keys.archiveBatch(unit, '').sk,
        high,
        backwards: true,
        limit: limit + 1,
        consistent: true,
      });
      // The bound itself was on the page before.
      const found = items.filter(({ key }) => key.sk !== high);
      return {
        items: found.slice(0, limit).map(({ key, item }) => parseItem(archiveBatch, item, key)),
        more: more || found.length > limit,
      };
    },
  };
}
