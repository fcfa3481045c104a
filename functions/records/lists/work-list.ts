import { type StoredTask, storedTask } from '../../../schemas/stored/task.ts';
import { readTallyName } from '../../domain/lists/open-tasks.ts';
import { isRareChannel } from '../../domain/lists/rare.ts';
import { type TaskQuestion, taskAnswers } from '../../domain/lists/task-filters.ts';
import { dynamoItems } from '../../kernel/table/dynamo-items.ts';
import { HIGHEST, LOWEST, sortable } from '../../kernel/table/item-key.ts';
import type { Items } from '../../kernel/table/items.ts';
import { listedPage, type Page } from '../../kernel/table/listed-page.ts';
import { entriesAgain, entriesIn, type OrderedPartition } from '../../kernel/table/read-index.ts';
import type { Table } from '../../kernel/table/table.ts';
import { type Hands, handsPartition, keys, listPartitions, type OrderedIndex } from '../keys/keys.ts';
import { hasLeft } from '../organization/has-left.ts';
import { dynamoOrganizationStore, type OrganizationStore } from '../organization/organization-store.ts';
import { readRow } from './stored-row.ts';

/** The open tasks of a unit, by due date. */
export interface WorkList {
  page(
    question: TaskQuestion,
    place: { readonly after: string | undefined; readonly limit: number },
  ): Promise<Page<StoredTask>>;
  /** The counts of a unit's open tasks, by the name that each is counted under. */
  tally(unit: string): Promise<ReadonlyMap<string, number>>;
  /** Accounts that hold open tasks of a unit. */
  holders(unit: string): Promise<Holders>;
}

/** Accounts that hold open tasks of a unit: all, and those that no longer work there. */
export interface Holders {
  readonly all: ReadonlySet<string>;
  readonly departed: ReadonlySet<string>;
}

export const dynamoWorkList = (table: Table): WorkList =>
  workList(dynamoItems(table), dynamoOrganizationStore(table));

/** The work lists, from the table or from memory. */
export function workList(items: Items, organization: Pick<OrganizationStore, 'officersNamed'>): WorkList {
  return {
    async page(question, { after, limit }) {
      const instant = (at: number | undefined) =>
        at === undefined ? undefined : sortable(new Date(at).toISOString());
      const partitions = placesOf(question);
      return listedPage(entriesIn(items, 'row'), {
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
        // An index may still show what was just decided.
        again: partitions.some(({ index }) => index !== undefined) ? entriesAgain(items) : undefined,
      });
    },
    tally: unit => readTally(items, unit),
    async holders(unit) {
      const all = [...(await readTally(items, unit))].flatMap(([name, count]) => {
        const counted = count > 0 && readTallyName(name);
        return counted && 'officer' in counted ? [counted.officer] : [];
      });
      const officers = all.length === 0 ? [] : await organization.officersNamed(all);
      const departed = officers.filter(officer => hasLeft(officer, unit)).map(({ id }) => id);
      return { all: new Set(all), departed: new Set(departed) };
    },
  };
}

async function readTally(items: Items, unit: string): Promise<ReadonlyMap<string, number>> {
  const page = await items.query({
    partition: keys.tally(unit, 0).pk,
    low: LOWEST,
    high: HIGHEST,
    consistent: true,
  });
  const sums = new Map<string, number>();
  for (const { item } of page.items)
    for (const [name, count] of Object.entries(item)) sums.set(name, (sums.get(name) ?? 0) + Number(count));
  return sums;
}

/**
 * Where the requested tasks are. Holders' lists are read consistently: what was just decided is gone from them. A
 * procedure, a field or an alarm state has fewer tasks than a role, and an index of its own.
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
