import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { accessRecord } from '../../../schemas/access-record.ts';
import { parseStored } from '../table/parse-stored.ts';
import type { Table } from '../table/table.ts';
import { transact } from '../table/transact.ts';
import { accessItems } from './access-items.ts';
import { accessPage, type PlacedAccess, type Stretch } from './access-pages.ts';
import type { AccessRecordStore } from './access-record-store.ts';

/** The record of reads in DynamoDB. */
export function dynamoAccessRecords(table: Table): AccessRecordStore {
  return {
    async add(entries) {
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
    page: (of, before, limit) => accessPage(stretch => readStretch(table, stretch), of, before, limit),
  };
}

async function readStretch(
  table: Table,
  { index, partition, from, to, limit }: Stretch,
): Promise<PlacedAccess[]> {
  const [pk, sk] = index ? [`${index}Pk`, `${index}Sk`] : ['pk', 'sk'];
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      ...(index ? { IndexName: index } : { ConsistentRead: true }),
      KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#pk': pk, '#sk': sk },
      ExpressionAttributeValues: { ':pk': partition, ':from': from, ':to': to },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return Items.map(item => ({
    position: String(item[sk]),
    record: parseStored(accessRecord, item['read'], { pk: String(item['pk']), sk: String(item['sk']) }),
  }));
}
