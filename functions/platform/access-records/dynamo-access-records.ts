import { setTimeout as pause } from 'node:timers/promises';
import { BatchWriteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { accessRecord } from '../../../schemas/access-record.ts';
import { parseStored } from '../table/parse-stored.ts';
import type { Table } from '../table/table.ts';
import { accessItems } from './access-items.ts';
import { accessPage, type PlacedAccess, type Stretch } from './access-pages.ts';
import type { AccessRecordStore } from './access-record-store.ts';

/** Most items a batch write takes. */
const BATCH = 25;
/** How often what the table leaves unprocessed is sent again, each time after a longer pause. */
const ATTEMPTS = 6;

/** The record of reads in DynamoDB. */
export function dynamoAccessRecords(table: Table): AccessRecordStore {
  return {
    async add(entries) {
      const items = accessItems(entries);
      const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
        items.slice(index * BATCH, (index + 1) * BATCH),
      );
      await Promise.all(batches.map(batch => writeAll(table, batch)));
    },
    page: (of, before, limit) => accessPage(stretch => readStretch(table, stretch), of, before, limit),
  };
}

async function writeAll(table: Table, items: readonly Record<string, unknown>[]): Promise<void> {
  let left: BatchWriteCommand['input']['RequestItems'] = {
    [table.name]: items.map(Item => ({ PutRequest: { Item } })),
  };
  for (let attempt = 0; left && Object.keys(left).length > 0; attempt++) {
    if (attempt === ATTEMPTS) throw new RangeError('The table kept leaving access records unwritten.');
    if (attempt > 0) await pause(Math.random() * 20 * 2 ** attempt);
    const answer: { UnprocessedItems?: typeof left | undefined } = await table.client.send(
      new BatchWriteCommand({ RequestItems: left }),
    );
    left = answer.UnprocessedItems;
  }
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
