import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type StoredTask, storedTask } from '../../../schemas/dossier/stored-task.ts';
import { readTaskId } from '../../../schemas/dossier/task.ts';
import { type TaskQuestion, taskAnswers } from '../../domain/lists/task-filters.ts';
import { handsPartition, keys, listPartitions, sortable } from '../table/keys.ts';
import { parseStored } from '../table/parse-stored.ts';
import type { Table } from '../table/table.ts';
import { fetchItems } from './fetch-items.ts';
import { listedPage, type Page } from './listed-page.ts';
import { entriesIn, type OrderedPartition } from './read-index.ts';
import { readRow } from './stored-row.ts';

/** The open tasks of a unit, by due date. */
export interface WorkList {
  page(
    question: TaskQuestion,
    place: { readonly after: string | undefined; readonly limit: number },
  ): Promise<Page<StoredTask>>;
  /** The counts of a unit's open tasks by name of their kind. */
  tally(unit: string): Promise<ReadonlyMap<string, number>>;
  /** How many tasks of a unit an officer holds, counted up to a bound. */
  held(unit: string, officer: string): Promise<{ count: number; exact: boolean }>;
}

/** Tasks in one officer's hands are counted so far. */
const MOST_COUNTED = 1000;

const tallyItem = z.looseObject({ pk: z.string(), sk: z.string() });

export function dynamoWorkList(table: Table): WorkList {
  return {
    async page(question, { after, limit }) {
      const instant = (at: number | undefined) =>
        at === undefined ? undefined : sortable(new Date(at).toISOString());
      const partitions = placesOf(question);
      const belongs = (task: StoredTask | undefined) =>
        task && taskAnswers(question, task) ? task : undefined;
      return listedPage(entriesIn(table), {
        partitions,
        from: instant(question.due.from),
        to: instant(question.due.to),
        newestFirst: false,
        after,
        limit,
        rowOf: entry => belongs(readRow(storedTask, entry)),
        // An index may still have what was just decided.
        again: partitions.some(({ index }) => index !== undefined)
          ? async tasks => (await fetchTasks(table, tasks)).map(belongs)
          : undefined,
      });
    },
    async tally(unit) {
      const page = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': keys.tally(unit, 0).pk },
          ConsistentRead: true,
        }),
      );
      const sums = new Map<string, number>();
      for (const read of page.Items ?? []) {
        const { pk: _, sk: __, ...counts } = tallyItem.parse(read);
        for (const [name, count] of Object.entries(counts))
          sums.set(name, (sums.get(name) ?? 0) + Number(count));
      }
      return sums;
    },
    async held(unit, officer) {
      const page = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': handsPartition(unit, { officer }) },
          ConsistentRead: true,
          Select: 'COUNT',
          Limit: MOST_COUNTED,
        }),
      );
      return { count: page.Count ?? 0, exact: page.LastEvaluatedKey === undefined };
    },
  };
}

async function fetchTasks(table: Table, tasks: readonly StoredTask[]): Promise<(StoredTask | undefined)[]> {
  const wanted = tasks.map(({ id, dossier }) => keys.task(dossier, readTaskId(id)?.number ?? 0));
  const found = await fetchItems(table, wanted);
  return wanted.map(key => {
    const item = found(key);
    return item && parseStored(storedTask, item['task'], key);
  });
}

/**
 * Where the tasks asked for are. The lists of hands are read consistently: what somebody just decided is gone from them. Where a procedure
 * or field is asked for, its index is narrower than whatever is in the hands of a role.
 */
function placesOf({ unit, hands, filters }: TaskQuestion): OrderedPartition[] {
  const { procedure, field } = filters;
  if (procedure !== undefined)
    return [{ index: 'procedure', partition: listPartitions.workOfProcedure(unit, procedure) }];
  if (field !== undefined) return [{ index: 'field', partition: listPartitions.workOfField(unit, field) }];
  if (hands === undefined) return [{ index: 'due', partition: listPartitions.work(unit) }];
  return [
    ...hands.free.map(role => ({ index: undefined, partition: handsPartition(unit, { role }) })),
    ...(hands.officer === undefined
      ? []
      : [{ index: undefined, partition: handsPartition(unit, { officer: hands.officer }) }]),
  ];
}
