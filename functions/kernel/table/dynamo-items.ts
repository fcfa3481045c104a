import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { fetchItems } from './fetch-items.ts';
import { indexAttributes } from './index-attributes.ts';
import type { ItemKey } from './item-key.ts';
import type { Attributes } from './item-write.ts';
import type { ItemQuery, Items, KeyedItem } from './items.ts';
import { readItem } from './read-item.ts';
import type { Table } from './table.ts';
import { transact } from './transact.ts';
import { writeAlone } from './write-alone.ts';
import { transactWrite } from './write-expression.ts';

/** The items of the table. Single items and those fetched are read consistently. */
export function dynamoItems(table: Table): Items {
  return {
    pauses: table.pauses,
    get: key => readItem(table, key),
    fetch: (keys, attribute, members) => fetchItems(table, keys, attribute, members),
    query: query => queryTable(table, query),
    writeAlone: write => writeAlone(table, write),
    async transact(writes) {
      const named = writes.map((write, index) => ({
        name: String(index),
        write: transactWrite(table.name, write),
      }));
      const outcome = await transact(table, named);
      if (outcome.done) return outcome;
      const failed = writes[Number(outcome.failed)];
      if (!failed) throw new TypeError('a transaction failed at none of its writes');
      return { done: false, refusal: failed.refusal, found: outcome.found };
    },
  };
}

async function queryTable(
  table: Table,
  { index, partition, low, high, backwards, limit, consistent, attributes }: ItemQuery,
): Promise<{ items: KeyedItem[]; more: boolean }> {
  const { partition: pk, sort: sk } = index ? indexAttributes(index) : { partition: 'pk', sort: 'sk' };
  const read = attributes && ['pk', 'sk', ...(index ? [sk] : []), ...attributes];
  const projected = new Map((read ?? []).map((name, at) => [name, `#r${at}`]));
  const page = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      ...(index && { IndexName: index }),
      ...(consistent && !index && { ConsistentRead: true }),
      KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :low AND :high',
      ...(read && { ProjectionExpression: [...projected.values()].join(', ') }),
      ExpressionAttributeNames: {
        '#pk': pk,
        '#sk': sk,
        ...Object.fromEntries([...projected].map(([name, word]) => [word, name])),
      },
      ExpressionAttributeValues: { ':pk': partition, ':low': low, ':high': high },
      ScanIndexForward: !backwards,
      ...(limit !== undefined && { Limit: limit }),
    }),
  );
  return { items: (page.Items ?? []).map(keyed), more: page.LastEvaluatedKey !== undefined };
}

function keyed({ pk, sk, ...item }: Attributes): KeyedItem {
  const key: ItemKey = { pk: String(pk), sk: String(sk) };
  return { key, item };
}
