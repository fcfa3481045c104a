import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ItemKey } from '../../functions/kernel/table/item-key.ts';
import type { Target } from './target.ts';

/** The table itself, as somebody reaches it who has the keys of its host. */
export interface OpenTable {
  get(key: ItemKey): Promise<Record<string, unknown>>;
  put(item: Record<string, unknown>): Promise<unknown>;
  remove(key: ItemKey): Promise<unknown>;
}

/** Opens the table with the keys in the host's data folder. Throws if they are not there. */
export async function openTable({ awsPort, data }: Target): Promise<OpenTable> {
  const file = join(data, 'host-keys.json');
  if (!existsSync(file))
    throw new Error(`the host's keys are not in ${data}: name its data folder with --data`);
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: `http://127.0.0.1:${awsPort}`,
      region: 'ap-southeast-1',
      credentials: JSON.parse(readFileSync(file, 'utf8')),
    }),
  );
  const { TableNames: [TableName = ''] = [] } = await client.send(new ListTablesCommand({}));
  return {
    async get(Key) {
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      if (!Item) throw new Error(`there is no item ${Key.pk} ${Key.sk}`);
      return Item;
    },
    put: Item => client.send(new PutCommand({ TableName, Item })),
    remove: Key => client.send(new DeleteCommand({ TableName, Key })),
  };
}
