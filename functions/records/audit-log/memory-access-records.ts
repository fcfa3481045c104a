import type { MemoryRecords } from '../../kernel/table/memory-records.ts';
import type { ReadEntries } from '../../kernel/table/read-index.ts';
import { accessItems } from './access-items.ts';
import { accessPage } from './access-pages.ts';
import type { AccessRecordStore } from './access-record-store.ts';
import { stillToKeep } from './once-a-day.ts';

/** The twin of the table's record of reads, in memory, for tests and simulations. One contract test keeps the two alike. */
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
    page: (of, before, limit) => accessPage(entriesOf(records), of, before, limit),
  };
}

function entriesOf(records: MemoryRecords): ReadEntries {
  return async ({ index, partition }, { from = '', to = '~', after, newestFirst, limit }) => {
    const passed = (position: string) =>
      after !== undefined && (newestFirst ? position >= after : position <= after);
    const found = records
      .all()
      .map(({ key, item }) => ({
        key,
        item,
        partition: index ? item[`${index}Pk`] : key.pk,
        position: index ? String(item[`${index}Sk`]) : key.sk,
      }))
      .filter(each => each.partition === partition && each.position >= from && each.position <= to)
      .filter(({ position }) => !passed(position))
      .sort((a, b) => (a.position < b.position === newestFirst ? 1 : -1));
    return { entries: found.slice(0, limit), more: found.length > limit };
  };
}
