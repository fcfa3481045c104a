import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type StoredReplay, storedReplay } from '../../../schemas/stored/replay.ts';
import { HIGHEST, LOWEST } from '../../kernel/table/item-key.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { spineKeys } from '../keys/spine-keys.ts';

/** Running replays: a range of a portal's feed that is sent to a subscription again. */
export interface ReplayStore {
  /** Starts a replay, or continues it from another position; a subscription has one at a time. */
  put(replay: StoredReplay): Promise<void>;
  all(): Promise<readonly StoredReplay[]>;
  end(subscription: string): Promise<void>;
}

/** Replays in DynamoDB. */
export function dynamoReplayStore(table: Table): ReplayStore {
  const { client, name: TableName } = table;
  return {
    async put(replay) {
      await client.send(
        new PutCommand({ TableName, Item: { ...spineKeys.replay(replay.subscription), ...replay } }),
      );
    },
    async all() {
      const { pk } = spineKeys.replay('');
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': pk, ':from': LOWEST, ':to': HIGHEST },
          ConsistentRead: true,
        }),
      );
      return Items.map(item => parseStored(storedReplay, item, { pk, sk: String(item['sk']) }));
    },
    async end(subscription) {
      await client.send(new DeleteCommand({ TableName, Key: spineKeys.replay(subscription) }));
    },
  };
}
