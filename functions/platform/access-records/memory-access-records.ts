import { accessRecord } from '../../../schemas/access-record.ts';
import type { MemoryRecords } from '../table/memory-records.ts';
import { accessItems } from './access-items.ts';
import { accessPage } from './access-pages.ts';
import type { AccessRecordStore } from './access-record-store.ts';

/** The twin of the table's record of reads, in memory, for tests and simulations. One contract test keeps the two alike. */
export function memoryAccessRecords(records: MemoryRecords): AccessRecordStore {
  return {
    async add(entries) {
      for (const entry of entries) {
        const items = accessItems(entry);
        records.transact(
          items.map(({ pk, sk, ...item }) => ({ name: 'read', key: { pk, sk }, becomes: () => item })),
        );
      }
    },
    page: (of, before, limit) =>
      accessPage(
        async ({ index, partition, from, to, limit: most }) =>
          records
            .all()
            .map(({ key, item }) => ({
              partition: index ? item['readsPk'] : key.pk,
              position: index ? String(item['readsSk']) : key.sk,
              item,
            }))
            .filter(each => each.partition === partition && each.position >= from && each.position <= to)
            .sort((a, b) => (a.position < b.position ? 1 : -1))
            .slice(0, most)
            .map(({ position, item }) => ({ position, record: accessRecord.parse(item['read']) })),
        of,
        before,
        limit,
      ),
  };
}
