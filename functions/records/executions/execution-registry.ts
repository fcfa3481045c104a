import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type MachineRecord, machineRecord } from '../../../schemas/stored/execution.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { readItem } from '../../kernel/table/read-item.ts';
import type { Table } from '../../kernel/table/table.ts';
import { dossierOfKey, indexKeys, keys, WAKE_SHARDS } from '../keys/keys.ts';
import { WAKE_INDEX } from '../keys/table-design.ts';
import { attach, type Wait } from './attach-wait.ts';

/** The execution registry: which execution carries a dossier and what it waits on. */
export interface ExecutionRegistry {
  read(code: string): Promise<MachineRecord | undefined>;
  /** Records that the round's execution was started. */
  started(code: string, round: number): Promise<void>;
  /**
   * The machine began to wait on a task: keeps its token, unless the dossier has moved on from that task, or a later
   * wait has come first (`overtaken`: this wait is already over).
   */
  attach(code: string, wait: Wait): Promise<'waiting' | 'moved' | 'overtaken'>;
  /**
   * The machine was told: removes its token and the mark that it was behind, unless it moved or fell behind again in
   * the meantime.
   */
  told(code: string, record: MachineRecord): Promise<void>;
  /** Dossiers whose machine has been behind since before an instant (RFC 3339), oldest first in each shard. */
  behindSince(instant: string, limit: number): Promise<string[]>;
}

export function dynamoExecutionRegistry(table: Table): ExecutionRegistry {
  const { client, name } = table;
  return {
    async read(code) {
      const key = keys.machine(code);
      const item = await readItem(table, key);
      return item && parseStored(machineRecord, item, key);
    },
    attach: (code, wait) => attach(table, code, wait),
    async started(code, round) {
      await unlessOvertaken(
        client.send(
          new UpdateCommand({
            TableName: name,
            Key: keys.machine(code),
            UpdateExpression: 'SET startedRound = :round, #round = :round',
            ConditionExpression: 'attribute_not_exists(startedRound) OR startedRound < :round',
            ExpressionAttributeNames: { '#round': 'round' },
            ExpressionAttributeValues: { ':round': round },
          }),
        ),
      );
    },
    async told(code, record) {
      await unlessOvertaken(
        client.send(
          new UpdateCommand({
            TableName: name,
            Key: keys.machine(code),
            UpdateExpression: 'REMOVE #token, waitingOn, wakePk, wakeSk',
            ConditionExpression: `${sameOrAbsent('wakeSk', record.wakeSk)} AND ${sameOrAbsent('#token', record.token)}`,
            ExpressionAttributeNames: { '#token': 'token' },
            ...((record.wakeSk ?? record.token) !== undefined && {
              ExpressionAttributeValues: {
                ...(record.wakeSk !== undefined && { ':wakeSk': record.wakeSk }),
                ...(record.token !== undefined && { ':token': record.token }),
              },
            }),
          }),
        ),
      );
    },
    async behindSince(instant, limit) {
      const shards = await Promise.all(
        Array.from({ length: WAKE_SHARDS }, (_, shard) =>
          client.send(
            new QueryCommand({
              TableName: name,
              IndexName: WAKE_INDEX,
              KeyConditionExpression: 'wakePk = :pk AND wakeSk < :instant',
              ExpressionAttributeValues: {
                ':pk': indexKeys.wakePartition(shard),
                ':instant': new Date(instant).toISOString(),
              },
              Limit: Math.ceil(limit / WAKE_SHARDS),
            }),
          ),
        ),
      );
      return shards.flatMap(page => (page.Items ?? []).map(item => dossierOfKey(String(item['pk']))));
    },
  };
}

/** The condition that an attribute is unchanged since it was read: the same value, or absent. */
function sameOrAbsent(attribute: string, value: string | undefined): string {
  return value === undefined
    ? `attribute_not_exists(${attribute})`
    : `${attribute} = :${attribute.replace('#', '')}`;
}

/** Someone else moved the dossier or its machine in the meantime: their record stands, and that is not an error. */
async function unlessOvertaken(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
