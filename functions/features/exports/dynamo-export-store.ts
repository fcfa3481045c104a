import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type StoredExport, storedExport } from '../../../schemas/stored/export.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { DAY, parseInstant } from '../../domain/vietnam-time.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { type NamedWrite, transact } from '../../kernel/table/transact.ts';
import { transactWrite } from '../../kernel/table/write-expression.ts';
import { keys } from '../../records/keys/keys.ts';
import { droppedAfter } from '../../records/keys/table-design.ts';
import type { ExportStore } from './export-store.ts';

/** How long the record of an export is kept: as long as logs usually are. */
const RECORD_KEPT = 365 * DAY;

export function dynamoExportStore(table: Table): ExportStore {
  const find = async (id: string) => {
    const key = keys.export(id);
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
    );
    return Item && parseStored(storedExport, Item, key);
  };
  return {
    find,
    async add(record, counts = []) {
      const { id, askedBy } = record;
      const put = (item: Record<string, unknown>): NamedWrite => ({
        name: 'known',
        write: {
          Put: { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
        },
      });
      const kept = endOf(record);
      const made = await transact(table, [
        put({ ...keys.export(id), ...record, ...kept }),
        put({ ...keys.exportOf(describeActor(askedBy), id), ...kept }),
        put({ ...keys.exportOfAll(id), ...kept }),
        ...counts.map(count => ({ name: count.refusal, write: transactWrite(table.name, count) })),
      ]);
      if (made.done) return 'added';
      if (made.failed === 'quota') return 'quota';
      throw new TypeError(`there is an export ${id} already`);
    },
    async change(before, after) {
      try {
        await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...keys.export(after.id), ...after, ...endOf(after) },
            ConditionExpression: '#state = :state AND #run = :run',
            ExpressionAttributeNames: { '#state': 'state', '#run': 'run' },
            ExpressionAttributeValues: { ':state': before.state, ':run': before.run },
          }),
        );
        return 'changed';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'conflict';
        throw error;
      }
    },
    async page(of, before, limit) {
      const { pk } = of === 'everybody' ? keys.exportOfAll('') : keys.exportOf(of.account, '');
      const { Items = [], LastEvaluatedKey } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: before === undefined ? 'pk = :pk' : 'pk = :pk AND sk < :before',
          ExpressionAttributeValues: { ':pk': pk, ...(before !== undefined && { ':before': before }) },
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      const ids = Items.map(item => String(item['sk']));
      const found = await Promise.all(ids.map(find));
      return {
        exports: found.filter(record => record !== undefined),
        next: LastEvaluatedKey && ids.at(-1),
      };
    },
  };
}

function endOf({ requestedAt }: StoredExport) {
  return droppedAfter(parseInstant(requestedAt) + RECORD_KEPT);
}
