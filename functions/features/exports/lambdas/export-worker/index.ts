import { S3Client } from '@aws-sdk/client-s3';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { errorFacts } from '../../../../kernel/lambda/error-facts.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { failedMessages } from '../../../../kernel/queue/each-message.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { dynamoAccessRecords } from '../../../../records/audit-log/dynamo-access-records.ts';
import { keyringOpener } from '../../../../records/keyring/keyring.ts';
import { dynamoApplicantNames } from '../../../../records/lists/applicant-names.ts';
import { dynamoDossierLists } from '../../../../records/lists/dossier-lists.ts';
import { dynamoWorkList } from '../../../../records/lists/work-list.ts';
import { dynamoOrganizationStore } from '../../../../records/organization/organization-store.ts';
import { exportsEnvironment, tableEnvironment } from '../../../../records/services.ts';
import { dynamoExportStore } from '../../dynamo-export-store.ts';
import type { WorkerDeps } from '../../worker/deps.ts';
import { s3ExportFiles } from '../../worker/export-files.ts';
import { takeOrders } from '../../worker/take-orders.ts';

const environment = readEnvironment(
  tableEnvironment
    .extend(exportsEnvironment.shape)
    // How often the queue delivers a message before it becomes a dead letter.
    .extend({ EXPORT_TRIES: z.coerce.number().int().min(1) }),
);
const table = openTable(environment.TABLE_NAME);
const deps: WorkerDeps = {
  exports: dynamoExportStore(table),
  dossiers: dynamoDossierLists(table),
  workList: dynamoWorkList(table),
  names: dynamoApplicantNames(table),
  accessRecords: dynamoAccessRecords(table),
  keyring: keyringOpener(table),
  files: s3ExportFiles(new S3Client({}), environment.EXPORTS_BUCKET),
  organization: dynamoOrganizationStore(table),
};
const logger = functionLogger();

/** Makes the files of exports; failures are delivered again, then kept in the dead-letter queue. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const messages = event.Records.map(({ messageId, body, attributes }) => ({
    messageId,
    body,
    received: Number(attributes.ApproximateReceiveCount),
  }));
  const { made, failed } = await takeOrders(
    deps,
    messages,
    {
      now: runtimeNow,
      remaining: () => context.getRemainingTimeInMillis(),
      tries: environment.EXPORT_TRIES,
    },
    (messageId, error) => logger.error('EXPORT_FAILED', { messageId, error: errorFacts(error) }),
  );
  for (const facts of made) logger.info('EXPORT_MADE', facts);
  return failedMessages(failed);
}
