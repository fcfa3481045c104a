import { S3Client } from '@aws-sdk/client-s3';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { dynamoAccessRecords } from '../platform/access-records/dynamo-access-records.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { dynamoExportStore } from '../platform/exports/dynamo-export-store.ts';
import { errorFacts } from '../platform/http/error-facts.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { dynamoApplicantNames } from '../platform/lists/applicant-names.ts';
import { dynamoDossierLists } from '../platform/lists/dossier-lists.ts';
import { dynamoWorkList } from '../platform/lists/work-list.ts';
import { dynamoOrganisationStore } from '../platform/organisation/organisation-store.ts';
import { keyringOpener } from '../platform/secrets/keyring.ts';
import { exportsEnvironment, tableEnvironment } from '../platform/services.ts';
import { openTable } from '../platform/table/table.ts';
import { s3ExportFiles } from './export-files.ts';
import type { WorkerDeps } from './make-export.ts';
import { takeOrders } from './take-orders.ts';

const environment = readEnvironment(
  tableEnvironment
    .extend(exportsEnvironment.shape)
    // How often the queue hands an order over before it gives it up.
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
  organisation: dynamoOrganisationStore(table),
};
const logger = functionLogger();

/** Makes the files of exports; what could not be made is delivered again, then kept in the dead letters. */
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
  return { batchItemFailures: failed.map(itemIdentifier => ({ itemIdentifier })) };
}
