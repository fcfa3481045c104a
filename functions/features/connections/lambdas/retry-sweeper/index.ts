import { SQSClient } from '@aws-sdk/client-sqs';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { consumerQueues, consumerQueuesEnvironment } from '../../../../records/consumers/consumer-queues.ts';
import { dynamoCursorStore } from '../../../../records/consumers/dynamo-cursor-store.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { sweepRetries } from '../../sweep-retries.ts';

const environment = readEnvironment(tableEnvironment.extend(consumerQueuesEnvironment.shape));
const logger = functionLogger();
const deps = {
  cursors: dynamoCursorStore(openTable(environment.TABLE_NAME)),
  queueOf: consumerQueues(new SQSClient({}), environment.CONSUMER_QUEUES),
  now: runtimeNow,
};

/** Every minute: retries failures whose pause is over. */
export async function handler(): Promise<void> {
  logger.info('RETRIES_SWEPT', { due: await sweepRetries(deps) });
}
