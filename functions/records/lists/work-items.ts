import type { StoredTask } from '../../../schemas/stored/task.ts';
import { type TallyChange, tallyName } from '../../domain/lists/open-tasks.ts';
import { isRareChannel } from '../../domain/lists/rare.ts';
import type { WorkChanges, WorkPlace } from '../../domain/projections/work-entries.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
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

/** The holder of a task. */
function handsOf({ role, assignee }: WorkPlace): Hands {
  return assignee === null ? { role } : { officer: assignee };
}

/** The key of an open task's entry in its holder's list. */
export const workItemKey = (task: WorkPlace) => keys.inHands(task.unit, handsOf(task), task.dueAt, task.id);

/** An open task's entry in its holder's list, and in those of its unit. */
export function workItem(row: StoredTask) {
  const { unit, dueAt, id, procedure, field, alarm, channel } = row;
  const place = (index: ListIndex, value: string) =>
    listPlace(index, listPartitions.workWith(unit, value), dueAt, id);
  return {
    row: writeRow(row),
    ...listPlace('due', listPartitions.work(unit), dueAt, id),
    ...place('procedure', procedure),
    ...listPlace('field', listPartitions.workOfField(unit, field), dueAt, id),
    ...place('state', alarm),
    ...(isRareChannel(channel) && place('channel', channel)),
  };
}

/**
 * The writes that move tasks between holders and update what lists show of them. In the deciding transaction and read
 * consistently: a decided task is gone from the very next list, and its successor is there.
 */
export function workWrites({ shown, left }: WorkChanges): ItemWrite<'version'>[] {
  return [
    ...left.map(place => ({ key: workItemKey(place), change: { remove: true } as const })),
    ...shown.map(row => ({ key: workItemKey(row), change: { put: workItem(row) } })),
  ].map(write => ({ refusal: 'version', ...write }));
}

/** The writes that move the counts of open tasks: for each unit, in the dossier's share. */
export function countWrites(dossier: string, changes: readonly TallyChange[]): ItemWrite<'version'>[] {
  const units = Map.groupBy(changes, ({ unit }) => unit);
  return [...units].map(([unit, ofUnit]) => ({
    refusal: 'version',
    key: keys.tally(unit, shardOf(dossier, TALLY_SHARDS)),
    change: { add: Object.fromEntries(ofUnit.map(({ counted, by }) => [tallyName(counted), by])) },
  }));
}
