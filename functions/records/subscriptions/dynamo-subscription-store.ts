import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { storedSubscription } from '../../../schemas/stored/subscription.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { spineKeys } from '../keys/spine-keys.ts';
import type { SubscriptionStore } from './subscription-store.ts';

/** Subscriptions in DynamoDB: their secrets are encrypted with the table, and are read only to sign. */
export function dynamoSubscriptionStore(table: Table): SubscriptionStore {
  const { client, name: TableName } = table;
  return {
    async of(portal) {
      const pk = spineKeys.subscriptionsPartition(portal);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
        }),
      );
      return Items.map(item => parseStored(storedSubscription, item, { pk, sk: String(item['sk']) }));
    },
    async find(portal, id) {
      const Key = spineKeys.subscription(portal, id);
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && parseStored(storedSubscription, Item, Key);
    },
    async add(subscription) {
      await client.send(
        new PutCommand({
          TableName,
          Item: { ...spineKeys.subscription(subscription.portal, subscription.id), ...subscription },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    },
    async change(before, after) {
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item: { ...spineKeys.subscription(after.portal, after.id), ...after },
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': before.version },
          }),
        );
        return 'changed';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'conflict';
        throw error;
      }
    },
  };
}
