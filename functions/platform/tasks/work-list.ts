import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type StoredTask, storedTask } from '../../../schemas/dossier/stored-task.ts';
import { indexKeys } from '../table/keys.ts';
import { parseStored } from '../table/parse-stored.ts';
import type { Table } from '../table/table.ts';

/** A page of open tasks, and where the next begins. */
export interface TaskPage {
  readonly tasks: readonly StoredTask[];
  readonly next: string | undefined;
}

/** The open tasks of a unit, by due date. */
export interface WorkList {
  /** Up to `limit` tasks that `keep` keeps, from a position on. */
  page(
    unit: string,
    after: string | undefined,
    limit: number,
    keep: (task: StoredTask) => boolean,
  ): Promise<TaskPage>;
}

/** Items read for one page at the most, so that a filter that keeps little cannot make a request long. */
const READ_AT_MOST = 1000;

export function dynamoWorkList(table: Table): WorkList {
  return {
    async page(unit, after, limit, keep) {
      const tasks: StoredTask[] = [];
      let position = after;
      for (let read = 0; read < READ_AT_MOST; ) {
        const answer = await table.client.send(
          new QueryCommand({
            TableName: table.name,
            IndexName: 'work',
            KeyConditionExpression:
              position === undefined ? 'workPk = :pk' : 'workPk = :pk AND workSk > :after',
            ExpressionAttributeValues: {
              ':pk': indexKeys.workPartition(unit),
              ...(position !== undefined && { ':after': position }),
            },
            Limit: Math.max(limit, 50),
          }),
        );
        const items = answer.Items ?? [];
        read += Math.max(items.length, 1);
        for (const item of items) {
          const task = parseStored(storedTask, item['task'], {
            pk: String(item['pk']),
            sk: String(item['sk']),
          });
          position = String(item['workSk']);
          if (keep(task)) tasks.push(task);
          if (tasks.length === limit) return { tasks, next: position };
        }
        if (!answer.LastEvaluatedKey) return { tasks, next: undefined };
      }
      return { tasks, next: position };
    },
  };
}
