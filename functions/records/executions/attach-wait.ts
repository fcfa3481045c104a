import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { sortable } from '../../kernel/table/item-key.ts';
import { readItem } from '../../kernel/table/read-item.ts';
import type { Table } from '../../kernel/table/table.ts';
import { transact } from '../../kernel/table/transact.ts';
import { keys } from '../keys/keys.ts';

/** A wait of the machine: its task, token, round and start (RFC 3339). */
export interface Wait {
  readonly task: string;
  readonly token: string;
  readonly round: number;
  readonly enteredAt: string;
}

type Attached = 'waiting' | 'moved' | 'overtaken';

/** Not for a wait that a later one of the same task has overtaken. */
const NOT_OVERTAKEN =
  'attribute_not_exists(waitingSince) OR attribute_not_exists(waitingOn) OR waitingOn <> :task OR waitingRound < :round OR (waitingRound = :round AND waitingSince <= :since)';

/**
 * Keeps the token of a wait if the dossier still waits on that task. The current task is also in the registry's
 * record, written with every change of it.
 */
export async function attach(table: Table, code: string, wait: Wait): Promise<Attached> {
  const key = keys.machine(code);
  try {
    await table.client.send(
      new UpdateCommand(keeping(table, code, wait, `openTask = :task AND (${NOT_OVERTAKEN})`)),
    );
    return 'waiting';
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
  const record = await readItem(table, key);
  if (record?.['openTask'] === undefined) return attachByHead(table, code, wait);
  return record['openTask'] === wait.task ? 'overtaken' : 'moved';
}

/** The same if the registry's record does not name the waiting task, because it was written before records did. */
async function attachByHead(table: Table, code: string, wait: Wait): Promise<Attached> {
  const outcome = await transact(table, [
    {
      name: 'moved',
      write: {
        ConditionCheck: {
          TableName: table.name,
          Key: keys.head(code),
          ConditionExpression: 'head.tasks[0].id = :task',
          ExpressionAttributeValues: { ':task': wait.task },
        },
      },
    },
    { name: 'overtaken', write: { Update: keeping(table, code, wait, NOT_OVERTAKEN) } },
  ]);
  if (outcome.done) return 'waiting';
  return outcome.failed === 'moved' ? 'moved' : 'overtaken';
}

function keeping(table: Table, code: string, { task, token, round, enteredAt }: Wait, condition: string) {
  return {
    TableName: table.name,
    Key: { ...keys.machine(code) },
    UpdateExpression:
      'SET #token = :token, waitingOn = :task, openTask = :task, waitingRound = :round, waitingSince = :since REMOVE wakePk, wakeSk',
    ConditionExpression: condition,
    ExpressionAttributeNames: { '#token': 'token' },
    ExpressionAttributeValues: {
      ':token': token,
      ':task': task,
      ':round': round,
      ':since': sortable(enteredAt),
    },
  };
}
