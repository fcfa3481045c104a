import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../../schemas/instant.ts';
import { HOUR } from '../../domain/vietnam-time.ts';
import type { Table } from '../../kernel/table/table.ts';
import { spineKeys } from '../keys/spine-keys.ts';
import { droppedAfter, TIME_TO_LIVE } from '../keys/table-design.ts';

/** The long polls that a portal may have open at once. */
export interface PollSlots {
  /** Takes a slot until an instant; returns its release, or undefined if all are taken. */
  take(portal: string, now: Instant, until: Instant): Promise<(() => Promise<void>) | undefined>;
}

/** Concurrent polls per portal: a poll occupies a function for up to 20 seconds. */
export const POLLS_AT_ONCE = 2;

/** Slots in DynamoDB, each held by a lease that expires by itself. */
export function dynamoPollSlots(table: Table): PollSlots {
  const { client, name: TableName } = table;
  async function set(portal: string, slot: number, until: Instant, condition: string, value: Instant) {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: spineKeys.poll(portal, slot),
          UpdateExpression: 'SET heldUntil = :until, #end = :end',
          ConditionExpression: condition,
          ExpressionAttributeNames: { '#end': TIME_TO_LIVE },
          ExpressionAttributeValues: {
            ':until': until,
            ':value': value,
            ':end': droppedAfter(Math.max(until, value) + HOUR)[TIME_TO_LIVE],
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
  return {
    async take(portal, now, until) {
      for (let slot = 0; slot < POLLS_AT_ONCE; slot++)
        if (await set(portal, slot, until, 'attribute_not_exists(heldUntil) OR heldUntil < :value', now))
          return async () => {
            await set(portal, slot, 0, 'heldUntil = :value', until);
          };
      return undefined;
    },
  };
}
