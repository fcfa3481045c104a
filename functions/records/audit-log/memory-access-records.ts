import { memoryItems } from '../../kernel/table/memory-items.ts';
import type { MemoryRecords } from '../../kernel/table/memory-records.ts';
import { entriesIn } from '../../kernel/table/read-index.ts';
import { accessItems } from './access-items.ts';
import { accessPage } from './access-pages.ts';
import type { AccessRecordStore } from './access-record-store.ts';
import { stillToKeep } from './once-a-day.ts';

/**
 * In-memory counterpart of the access records in the table, for tests and simulations. One contract test keeps the
 * two alike.
 */
export function memoryAccessRecords(records: MemoryRecords): AccessRecordStore {
  return {
    async add(given) {
      const entries = stillToKeep(given, mark => records.get(mark) !== undefined);
      for (const entry of entries) {
        const items = accessItems(entry);
        records.transact(
          items.map(({ pk, sk, ...item }) => ({ name: 'read', key: { pk, sk }, becomes: () => item })),
        );
      }
    },
    page: (of, before, limit) => accessPage(entriesIn(memoryItems(records), 'read'), of, before, limit),
  };
}
