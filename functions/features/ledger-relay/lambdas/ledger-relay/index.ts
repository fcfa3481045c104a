import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger } from '../../../../kernel/lambda/runtime.ts';
import { sendAll } from '../../../../kernel/queue/send-all.ts';
import { readItem } from '../../../../kernel/table/read-item.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { consumerQueuesEnvironment } from '../../../../records/consumers/consumer-queues.ts';
import { keys } from '../../../../records/keys/keys.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { consumerKindsEnvironment } from '../../consumer-kinds.ts';
import { nudgesFor } from '../../relay-ledger.ts';

const { CONSUMER_QUEUES, CONSUMER_KINDS, TABLE_NAME } = readEnvironment(
  tableEnvironment.extend(consumerQueuesEnvironment.shape).extend(consumerKindsEnvironment.shape),
);
const queues = new SQSClient({});
const table = openTable(TABLE_NAME);
const logger = functionLogger();

/** An entry, as far as its kind. */
const kinded = z.object({ event: z.object({ data: z.object({ type: z.string() }) }) });

async function kindOf(dossier: string, seq: number): Promise<string | undefined> {
  return kinded.safeParse(await readItem(table, keys.event(dossier, seq))).data?.event.data.type;
}

/** Tells consumers how far ledgers have grown; a failed batch is delivered again. */
export async function handler(event: DynamoDBStreamEvent): Promise<void> {
  const nudges = await nudgesFor(event.Records, CONSUMER_KINDS, kindOf);
  await Promise.all(
    Object.entries(CONSUMER_QUEUES).map(([consumer, queue]) =>
      sendAll(queues, queue, nudges.get(consumer) ?? []),
    ),
  );
  const told = Object.fromEntries([...nudges].map(([consumer, { length }]) => [consumer, length]));
  logger.info('RELAYED', { records: event.Records.length, told });
}
