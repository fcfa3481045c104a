import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type StoredTask, storedTask } from '../../../schemas/dossier/stored-task.ts';
import { readTallyName } from '../../domain/lists/open-tasks.ts';
import { isRareChannel } from '../../domain/lists/rare.ts';
import { type TaskQuestion, taskAnswers } from '../../domain/lists/task-filters.ts';
import { sortable } from '../../kernel/table/item-key.ts';
import { listedPage, type Page } from '../../kernel/table/listed-page.ts';
import { entriesAgain, entriesIn, type OrderedPartition } from '../../kernel/table/read-index.ts';
import type { Table } from '../../kernel/table/table.ts';
import { type Hands, handsPartition, keys, listPartitions, type OrderedIndex } from '../keys/keys.ts';
import { hasLeft } from '../organization/has-left.ts';
import { dynamoOrganizationStore } from '../organization/organization-store.ts';
import { readRow } from './stored-row.ts';

/** The open tasks of a unit, by due date. */
export interface WorkList {
  page(
    question: TaskQuestion,
    place: { readonly after: string | undefined; readonly limit: number },
  ): Promise<Page<StoredTask>>;
  /** The counts of a unit's open tasks, by the name that each is counted under. */
  tally(unit: string): Promise<ReadonlyMap<string, number>>;
  /** Accounts that hold open tasks of a unit and no longer work there. */
  departed(unit: string): Promise<ReadonlySet<string>>;
}

const tallyItem = z.looseObject({ pk: z.string(), sk: z.string() });

export function dynamoWorkList(table: Table): WorkList {
  return {
    async page(question, { after, limit }) {
      const instant = (at: number | undefined) =>
        at === undefined ? undefined : sortable(new Date(at).toISOString());
      const partitions = placesOf(question);
      return listedPage(entriesIn(table, 'row'), {
        partitions,
        from: instant(question.due.from),
        to: instant(question.due.to),
        newestFirst: false,
        after,
        limit,
        rowOf(entry) {
          const task = readRow(storedTask, entry);
          return taskAnswers(question, task) ? task : undefined;
        },
        // An index may still have what was just decided.
        again: partitions.some(({ index }) => index !== undefined) ? entriesAgain(table) : undefined,
      });
    },
    tally: unit => readTally(table, unit),
    async departed(unit) {
      const holders = [...(await readTally(table, unit))].flatMap(([name, count]) => {
        const counted = count > 0 && readTallyName(name);
        return counted && 'officer' in counted ? [counted.officer] : [];
      });
      if (holders.length === 0) return new Set();
      const officers = await dynamoOrganizationStore(table).officersNamed(holders);
      return new Set(officers.filter(officer => hasLeft(officer, unit)).map(({ id }) => id));
    },
  };
}

async function readTally(table: Table, unit: string): Promise<ReadonlyMap<string, number>> {
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
    for (const [name, count] of Object.entries(counts)) sums.set(name, (sums.get(name) ?? 0) + Number(count));
  }
  return sums;
}

/**
 * Where the tasks asked for are. The lists of hands are read consistently: what somebody just decided is gone from them. A procedure, a
 * field, a state of alarm has fewer tasks than the hands of a role, and an index of its own.
 */
function placesOf({ unit, hands, filters }: TaskQuestion): OrderedPartition[] {
  const { procedure, field, channel, alarm } = filters;
  const within = (index: OrderedIndex, value: string) => [
    { index, partition: listPartitions.workWith(unit, value) },
  ];
  const inHands = (of: Hands) => ({ index: undefined, partition: handsPartition(unit, of) });
  const officer = hands?.officer === undefined ? [] : [inHands({ officer: hands.officer })];
  if (hands?.free.length === 0) return officer;
  if (procedure !== undefined) return within('procedure', procedure);
  if (channel !== undefined && isRareChannel(channel)) return within('channel', channel);
  if (field !== undefined) {
    const places = [listPartitions.workOfField(unit, field), listPartitions.workWith(unit, field)];
    return [...new Set(places)].map(partition => ({ index: 'field', partition }));
  }
  if (alarm !== undefined) return within('state', alarm);
  if (hands === undefined) return [{ index: 'due', partition: listPartitions.work(unit) }];
  const left = hands.left.map(account => inHands({ officer: account }));
  return [...hands.free.map(role => inHands({ role })), ...left, ...officer];
}
