import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger } from '../../../../kernel/lambda/runtime.ts';
import { sendAll } from '../../../../kernel/queue/send-all.ts';
import { consumerQueuesEnvironment } from '../../../../records/consumers/consumer-queues.ts';
import { nudgesOf } from '../../relay-ledger.ts';

const { CONSUMER_QUEUES } = readEnvironment(consumerQueuesEnvironment);
const queues = new SQSClient({});
const logger = functionLogger();

/** Tells all consumers how far ledgers have grown; a failed batch is delivered again. */
export async function handler(event: DynamoDBStreamEvent): Promise<void> {
  const nudges = nudgesOf(event.Records);
  await Promise.all(Object.values(CONSUMER_QUEUES).map(queue => sendAll(queues, queue, nudges)));
  logger.info('RELAYED', { records: event.Records.length, dossiers: nudges.length });
}
