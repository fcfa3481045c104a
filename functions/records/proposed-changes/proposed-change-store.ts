import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import {
  type ChangeContent,
  changeContentItem,
  proposedChangeItem,
  type StoredProposedChange,
} from '../../../schemas/stored/proposed-change.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { gathered } from '../../kernel/table/read-item.ts';
import type { Table } from '../../kernel/table/table.ts';
import { type NamedWrite, transact } from '../../kernel/table/transact.ts';
import { proposedChangeKeys } from '../keys/proposed-change-keys.ts';

/** A proposed change, and what was proposed. */
export interface ProposedInFull {
  readonly change: StoredProposedChange;
  readonly content: ChangeContent;
}

/** Changes that wait for a second administrator, and those that did. */
export interface ProposedChangeStore {
  find(id: string): Promise<ProposedInFull | undefined>;
  /** The newest first, before an id. */
  page(before: string | undefined, limit: number): Promise<StoredProposedChange[]>;
  /** The writes that keep a new one: nothing where it was kept before. */
  adding(proposed: ProposedInFull): NamedWrite[];
  /** The write that changes one, unless somebody else did. */
  changing(before: StoredProposedChange, after: StoredProposedChange): NamedWrite;
  /** False if a condition did not hold. */
  write(writes: readonly NamedWrite[]): Promise<boolean>;
}

export function dynamoProposedChangeStore(table: Table): ProposedChangeStore {
  const TableName = table.name;
  const { partition, changePrefix, change: changeKey, content: contentKey } = proposedChangeKeys;
  return {
    async find(id) {
      const [change, content] = await Promise.all([
        gathered(table, changeKey(id)),
        gathered(table, contentKey(id)),
      ]);
      if (!change) return undefined;
      return {
        change: changeOf(change),
        content: parseStored(changeContentItem.shape.content, content?.['content'], contentKey(id)),
      };
    },
    async page(before, limit) {
      // The one it begins after comes along.
      const wanted = limit + (before === undefined ? 0 : 1);
      const items: Record<string, unknown>[] = [];
      // An answer of the table ends at a megabyte, of previews that is a few dozen.
      for (let from: Record<string, unknown> | undefined; ; ) {
        const { Items = [], LastEvaluatedKey } = await table.client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
            ExpressionAttributeValues: {
              ':pk': partition,
              ':from': changePrefix,
              ':to': before === undefined ? `${changePrefix}~` : changeKey(before).sk,
            },
            ScanIndexForward: false,
            Limit: wanted - items.length,
            ConsistentRead: true,
            ExclusiveStartKey: from,
          }),
        );
        items.push(...Items);
        if (LastEvaluatedKey === undefined || items.length >= wanted) break;
        from = LastEvaluatedKey;
      }
      return items
        .map(changeOf)
        .filter(({ id }) => id !== before)
        .slice(0, limit);
    },
    adding: ({ change, content }) => [
      {
        name: 'proposed',
        write: {
          Put: {
            TableName,
            Item: { ...changeKey(change.id), change, version: change.version },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      },
      { name: 'proposed', write: { Put: { TableName, Item: { ...contentKey(change.id), content } } } },
    ],
    changing: (before, after) => ({
      name: 'proposed',
      write: {
        Put: {
          TableName,
          Item: { ...changeKey(after.id), change: after, version: after.version },
          ConditionExpression: '#version = :before',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': before.version },
        },
      },
    }),
    write: async writes => (await transact(table, writes)).done,
  };

  function changeOf(item: Record<string, unknown>): StoredProposedChange {
    const key = { pk: partition, sk: String(item['sk']) };
    return parseStored(proposedChangeItem.shape.change, item['change'], key);
  }
}
