import { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { failedMessages } from '../../../../kernel/queue/each-message.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { dynamoCursorStore } from '../../../../records/consumers/dynamo-cursor-store.ts';
import { batchedNudges } from '../../../../records/consumers/take-nudges.ts';
import { digitizationStore } from '../../../../records/digitizing/digitization-store.ts';
import { dynamoDossierStore } from '../../../../records/dossiers/dynamo-dossier-store.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { type OrderingDeps, orderDigitizing } from '../../order-digitizing.ts';
import { digitizingQueueEnvironment, orderSender } from '../../send-order.ts';

const environment = readEnvironment(tableEnvironment.extend(digitizingQueueEnvironment.shape));
const table = openTable(environment.TABLE_NAME);
const deps: OrderingDeps = {
  dossiers: dynamoDossierStore(table),
  cursors: dynamoCursorStore(table),
  digitizations: digitizationStore(dynamoItems(table)),
  order: orderSender(new SQSClient({}), environment.DIGITIZING_QUEUE_URL),
  now: runtimeNow,
};
const logger = functionLogger();

/** Orders the reading of files that dossiers took. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const { nudges, unreadable } = batchedNudges(event);
  let files = 0;
  for (const { nudge } of nudges) files += await orderDigitizing(deps, nudge);
  if (files > 0) logger.info('DIGITIZING_ORDERED', { files });
  return failedMessages(unreadable);
}
