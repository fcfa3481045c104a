import * as z from 'zod';
import type { HostClock } from '../host/clock.ts';
import { messageOf } from '../host/host-error.ts';
import type { HostLog } from '../host/log.ts';
import { TableCallError, type TableClient } from './table-client.ts';
import type { TableSpec } from './table-spec.ts';

/** Deletes items whose time has come, as DynamoDB's time to live does. */
export interface ExpirySweeper {
  /** Looks through the table once, now. Returns how many items were deleted. */
  sweep(): Promise<number>;
  stop(): void;
}

const Page = z.looseObject({
  Items: z.array(z.record(z.string(), z.unknown())).default([]),
  LastEvaluatedKey: z.record(z.string(), z.unknown()).optional(),
});

/** At least this long between two sweeps, in the host's time. */
const EVERY_MILLISECONDS = 60_000;
/** Sweeping may take this part of the machine's time at most: a big table is swept less often. */
const SHARE_OF_TIME = 0.02;
const PAGE = 500;

export function openExpirySweeper(deps: {
  client: TableClient;
  spec: TableSpec;
  attribute: string;
  clock: HostClock;
  log: HostLog;
}): ExpirySweeper {
  const { client, spec, attribute, clock, log } = deps;
  const keys = spec.KeySchema.map(({ AttributeName }) => AttributeName);
  const names = Object.fromEntries([attribute, ...keys].map((name, index) => [`#${index}`, name]));
  let stopped = false;
  let restUntil = 0;

  const sweep = async () => {
    let deleted = 0;
    let from: Record<string, unknown> | undefined;
    do {
      const second = { N: String(Math.floor(clock.now() / 1000)) };
      const page = Page.parse(
        await client.call('DynamoDB', 'Scan', {
          TableName: spec.name,
          Limit: PAGE,
          ProjectionExpression: Object.keys(names).join(', '),
          FilterExpression: 'attribute_type(#0, :number) AND #0 <= :second',
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: { ':second': second, ':number': { S: 'N' } },
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      for (const item of page.Items) if (await remove(item, second)) deleted++;
      from = page.LastEvaluatedKey;
    } while (from && !stopped);
    return deleted;
  };

  /** The condition lets an item live whose time was put off since it was read. */
  const remove = async (item: Record<string, unknown>, second: { N: string }) => {
    try {
      await client.call('DynamoDB', 'DeleteItem', {
        TableName: spec.name,
        Key: Object.fromEntries(keys.map(key => [key, item[key]])),
        ConditionExpression: '#ttl <= :second',
        ExpressionAttributeNames: { '#ttl': attribute },
        ExpressionAttributeValues: { ':second': second },
      });
      return true;
    } catch (thrown) {
      if (thrown instanceof TableCallError && thrown.code === 'ConditionalCheckFailedException') return false;
      throw thrown;
    }
  };

  const tick = async () => {
    if (performance.now() >= restUntil) {
      const started = performance.now();
      await sweep().catch(thrown => {
        if (!stopped) log.warn(`Expired items of ${spec.name} could not be deleted: ${messageOf(thrown)}`);
      });
      const now = performance.now();
      restUntil = now + (now - started) / SHARE_OF_TIME;
    }
    if (!stopped) plan();
  };
  let cancel: () => void = () => undefined;
  const plan = () => {
    cancel = clock.at(clock.now() + EVERY_MILLISECONDS, () => void tick());
  };
  plan();
  return {
    sweep,
    stop() {
      stopped = true;
      cancel();
    },
  };
}
