import { dynamoItems } from '../../kernel/table/dynamo-items.ts';
import { fetchItems } from '../../kernel/table/fetch-items.ts';
import { entriesIn } from '../../kernel/table/read-index.ts';
import type { Table } from '../../kernel/table/table.ts';
import { transact } from '../../kernel/table/transact.ts';
import { TIME_TO_LIVE } from '../keys/table-design.ts';
import { accessItems } from './access-items.ts';
import { accessPage } from './access-pages.ts';
import type { AccessRecordStore } from './access-record-store.ts';
import { marksOf, stillToKeep } from './once-a-day.ts';

/** Access records in DynamoDB. */
export function dynamoAccessRecords(table: Table): AccessRecordStore {
  return {
    async add(given) {
      const found = await fetchItems(table, given.flatMap(marksOf), TIME_TO_LIVE);
      const entries = stillToKeep(given, mark => found(mark) !== undefined);
      await Promise.all(
        entries.map(entry =>
          transact(
            table,
            accessItems(entry).map(Item => ({
              name: 'read',
              write: { Put: { TableName: table.name, Item } },
            })),
          ),
        ),
      );
    },
    page: (of, before, limit) => accessPage(entriesIn(dynamoItems(table), 'read'), of, before, limit),
  };
}
