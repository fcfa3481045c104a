import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { handChanges, type TallyChange, tallyChanges, tallyName } from '../../domain/lists/open-tasks.ts';
import type { DossierLabels } from '../dossiers/dossier-store.ts';
import { type Hands, keys, listPartitions, listPlace, shardOf, TALLY_SHARDS } from '../table/keys.ts';
import type { NamedWrite } from '../table/transact.ts';
import type { TaskFacts } from './entry-facts.ts';

/** In whose hands a task is. */
function handsOf({ role, assignee }: Pick<PlannedTask, 'role' | 'assignee'>): Hands {
  return assignee === null ? { role } : { officer: assignee };
}

const keyOf = (task: PlannedTask) => keys.inHands(task.unit, handsOf(task), task.dueAt, task.id);

/** An open task's entry in the list of whose hands it is in, and in those of its unit. */
export function taskEntry(task: PlannedTask, head: DossierHead, labels: DossierLabels) {
  const facts: TaskFacts = {
    task: task.id,
    role: task.role,
    phase: task.phase,
    assignee: task.assignee,
    alarms: task.alarms,
    procedure: head.rules.procedure,
    field: labels.field,
    channel: head.channel,
    submittedAt: head.submittedAt,
  };
  const { unit, dueAt, id } = task;
  return {
    ...keyOf(task),
    facts,
    ...listPlace('due', listPartitions.work(unit), dueAt, id),
    ...listPlace('procedure', listPartitions.workOfProcedure(unit, head.rules.procedure), dueAt, id),
    ...listPlace('field', listPartitions.workOfField(unit, labels.field), dueAt, id),
  };
}

/**
 * The writes that take tasks out of hands and put them into others, and count them. In the deciding transaction and read consistently:
 * a decided task is gone from the very next list, and the task that follows is there.
 */
export function taskEntryWrites(
  table: string,
  labels: DossierLabels,
  before: DossierHead | undefined,
  after: DossierHead,
): NamedWrite[] {
  const { left, entered } = handChanges(before, after);
  return [
    ...left.map(task => ({ name: 'version', write: { Delete: { TableName: table, Key: keyOf(task) } } })),
    ...entered.map(task => ({
      name: 'version',
      write: { Put: { TableName: table, Item: taskEntry(task, after, labels) } },
    })),
    ...tallyWrites(table, after.code, tallyChanges(before, after)),
  ];
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
          ofUnit.map(({ kind }, index) => [`#k${index}`, tallyName(kind)]),
        ),
        ExpressionAttributeValues: Object.fromEntries(ofUnit.map(({ by }, index) => [`:v${index}`, by])),
      },
    },
  }));
}
