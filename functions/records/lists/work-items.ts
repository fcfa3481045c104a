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

/** In whose hands a task is. */
function handsOf({ role, assignee }: WorkPlace): Hands {
  return assignee === null ? { role } : { officer: assignee };
}

/** The key of an open task's entry in the hands it is in. */
export const workItemKey = (task: WorkPlace) => keys.inHands(task.unit, handsOf(task), task.dueAt, task.id);

/** An open task's entry in the list of whose hands it is in, and in those of its unit. */
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
 * The writes that take tasks out of hands and put them into others, and show what is new of them. In the deciding transaction and read
 * consistently: a decided task is gone from the very next list, and the task that follows is there.
 */
export function workWrites({ shown, left }: WorkChanges): ItemWrite<'version'>[] {
  return [
    ...left.map(place => ({ key: workItemKey(place), change: { remove: true } as const })),
    ...shown.map(row => ({ key: workItemKey(row), change: { put: workItem(row) } })),
  ].map(write => ({ refusal: 'version', ...write }));
}

/** The writes that move the counts of open tasks: of each unit in the share that the dossier belongs to. */
export function countWrites(dossier: string, changes: readonly TallyChange[]): ItemWrite<'version'>[] {
  const units = Map.groupBy(changes, ({ unit }) => unit);
  return [...units].map(([unit, ofUnit]) => ({
    refusal: 'version',
    key: keys.tally(unit, shardOf(dossier, TALLY_SHARDS)),
    change: { add: Object.fromEntries(ofUnit.map(({ counted, by }) => [tallyName(counted), by])) },
  }));
}
