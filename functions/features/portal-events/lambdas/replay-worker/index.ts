import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { dynamoChangeFeed } from '../../../../records/change-feed/dynamo-change-feed.ts';
import { consumerQueues, consumerQueuesEnvironment } from '../../../../records/consumers/consumer-queues.ts';
import { dynamoCursorStore } from '../../../../records/consumers/dynamo-cursor-store.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { dynamoReplayStore } from '../../../../records/subscriptions/replay-store.ts';
import { nudgeWebhooks } from '../../nudge-webhooks.ts';
import { workOffReplays } from '../../work-off-replays.ts';

const environment = readEnvironment(tableEnvironment.extend(consumerQueuesEnvironment.shape));
const table = openTable(environment.TABLE_NAME);
const logger = functionLogger();
const deps = {
  cursors: dynamoCursorStore(table),
  feed: dynamoChangeFeed(table, runtimeNow),
  replays: dynamoReplayStore(table),
  nudge: nudgeWebhooks(consumerQueues(new SQSClient({}), environment.CONSUMER_QUEUES)),
  now: runtimeNow,
};

/** Time for a slice, in milliseconds. */
const ENOUGH = 10_000;

/** Every minute: continues the replays that portals requested. */
export async function handler(_: unknown, context: Context): Promise<void> {
  const events = await workOffReplays({
    ...deps,
    nearlyOver: () => context.getRemainingTimeInMillis() < ENOUGH,
  });
  if (events > 0) logger.info('REPLAYED', { events });
}
