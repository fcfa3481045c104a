import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { digitizingOrder } from '../../../../../schemas/stored/digitization.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { countOnce } from '../../../../kernel/lambda/count-once.ts';
import { errorFacts } from '../../../../kernel/lambda/error-facts.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { eachMessage, failedMessages } from '../../../../kernel/queue/each-message.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { s3DerivedObjects } from '../../../../records/digitizing/derived-objects.ts';
import { digitizationStore } from '../../../../records/digitizing/digitization-store.ts';
import { dynamoFileStore } from '../../../../records/files/file-store.ts';
import { s3UploadedObjects } from '../../../../records/files/uploaded-objects.ts';
import { tableEnvironment, uploadsEnvironment } from '../../../../records/services.ts';
import { type DigitizingDeps, digitize } from '../../digitize.ts';
import { digitizingQueueEnvironment, orderSender } from '../../send-order.ts';

const environment = readEnvironment(
  tableEnvironment
    .extend(uploadsEnvironment.shape)
    .extend(digitizingQueueEnvironment.shape)
    // How often the queue delivers a message before it becomes a dead letter.
    .extend({ DIGITIZING_TRIES: z.coerce.number().int().min(1) }),
);
const table = openTable(environment.TABLE_NAME);
const s3 = new S3Client({});
const deps: DigitizingDeps = {
  digitizations: digitizationStore(dynamoItems(table)),
  files: dynamoFileStore(table),
  objects: s3UploadedObjects(s3, environment.UPLOADS_BUCKET),
  derived: s3DerivedObjects(s3, environment.UPLOADS_BUCKET),
  // The readers are loaded with the first file.
  open: async (type, bytes) => (await import('../../readers/open-file.ts')).openFile(type, bytes),
  copy: async (pages, at) =>
    (await import('../../readers/searchable-pdf.ts')).searchablePdf(pages, new Date(at)),
  join: async parts => (await import('../../readers/joined-pdf.ts')).joinedPdf(parts),
  order: orderSender(new SQSClient({}), environment.DIGITIZING_QUEUE_URL),
  now: runtimeNow,
};
const logger = functionLogger();

/** Reads files page by page; failures are delivered again, then kept in the dead-letter queue. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const { done, failed } = await eachMessage(
    event.Records,
    async ({ body, attributes }) => {
      const { file } = digitizingOrder.parse(JSON.parse(body));
      const last = Number(attributes.ApproximateReceiveCount) >= environment.DIGITIZING_TRIES;
      return { file, outcome: await digitize(deps, file, last) };
    },
    (messageId, error) => logger.error('DIGITIZING_FAILED', { messageId, error: errorFacts(error) }),
  );
  for (const facts of done) {
    logger.info('DIGITIZED', facts);
    if (facts.outcome === 'stopped') countOnce('StateSecrets', { file: facts.file });
  }
  return failedMessages(failed);
}
