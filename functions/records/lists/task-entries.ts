import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { StoredTask } from '../../../schemas/dossier/stored-task.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { openTask, taskChanges } from '../../domain/dossier/task-changes.ts';
import { type TallyChange, tallyChanges, tallyName } from '../../domain/lists/open-tasks.ts';
import { isRareChannel } from '../../domain/lists/rare.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import type { DossierChange } from '../dossiers/dossier-store.ts';
import {
  type Hands,
  keys,
  type ListIndex,
  listPartitions,
  listPlace,
  shardOf,
  TALLY_SHARDS,
} from '../keys/keys.ts';
import { writeRow } from './stored-row.ts';

/** In whose hands a task is. */
function handsOf({ role, assignee }: Pick<PlannedTask, 'role' | 'assignee'>): Hands {
  return assignee === null ? { role } : { officer: assignee };
}

const keyOf = (task: PlannedTask) => keys.inHands(task.unit, handsOf(task), task.dueAt, task.id);

/** An open task's entry in the list of whose hands it is in, and in those of its unit. */
export function taskEntry(row: StoredTask) {
  const { unit, dueAt, id, procedure, field, alarm, channel } = row;
  const place = (index: ListIndex, value: string) =>
    listPlace(index, listPartitions.workWith(unit, value), dueAt, id);
  return {
    ...keyOf(row),
    row: writeRow(row),
    ...listPlace('due', listPartitions.work(unit), dueAt, id),
    ...place('procedure', procedure),
    ...listPlace('field', listPartitions.workOfField(unit, field), dueAt, id),
    ...place('state', alarm),
    ...(isRareChannel(channel) && place('channel', channel)),
  };
}

/**
 * The writes that take tasks out of hands and put them into others, show what is new of them, and count them. In the deciding transaction
 * and read consistently: a decided task is gone from the very next list, and the task that follows is there.
 */
export function taskEntryWrites(
  table: string,
  before: DossierHead | undefined,
  { outcome: { events, head }, labels }: Pick<DossierChange, 'outcome' | 'labels'>,
): NamedWrite[] {
  const { opened, touched } = taskChanges(events, head, labels);
  const versions = new Map([...opened, ...touched].map(({ id, version }) => [id, version]));
  const shown = head.tasks.flatMap(task => {
    const version = versions.get(task.id);
    return version === undefined ? [] : [openTask(task, head, labels, version)];
  });
  const place = (task: PlannedTask) => Object.values(keyOf(task)).join(' ');
  const places = new Set(head.tasks.map(place));
  const left = (before?.tasks ?? []).filter(task => !places.has(place(task)));
  return [
    ...left.map(task => ({ name: 'version', write: { Delete: { TableName: table, Key: keyOf(task) } } })),
    ...shown.map(row => ({
      name: 'version',
      write: { Put: { TableName: table, Item: taskEntry(row) } },
    })),
    ...tallyWrites(table, head.code, tallyChanges(before, head)),
  ];
}

/** The writes that put the open tasks of a dossier among those of their field, wherever they were before. */
export function taskFieldWrites(
  table: string,
  { head, labels }: Pick<DossierChange, 'labels'> & { head: DossierHead },
): NamedWrite[] {
  return head.tasks.map(task => ({
    name: 'version',
    write: {
      Update: {
        TableName: table,
        Key: keyOf(task),
        UpdateExpression: 'SET fieldPk = :field',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':field': listPartitions.workOfField(task.unit, labels.field) },
      },
    },
  }));
}

function tallyWrites(table: string, code: string, changes: readonly TallyChange[]): NamedWrite[] {
  const units = Map.groupBy(changes, ({ unit }) => unit);
  return [...units].map(([unit, ofUnit]) => ({
    name: 'version',
    write: {
      Update: {
        TableName: table,
        Key: keys.tally(unit, shardOf(code, TALLY_SHARDS)),
        UpdateExpression: `ADD ${ofUnit.map((_, index) => `#k${index} :v${index}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(
          ofUnit.map(({ counted }, index) => [`#k${index}`, tallyName(counted)]),
        ),
        ExpressionAttributeValues: Object.fromEntries(ofUnit.map(({ by }, index) => [`:v${index}`, by])),
      },
    },
  }));
}
