import { S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type * as z from 'zod';
import { exportOperations } from '../../schemas/api/operations/exports.ts';
import type { exportOrder } from '../../schemas/export.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { dynamoExportStore } from '../platform/exports/dynamo-export-store.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { journaled } from '../platform/http/journaled.ts';
import { dynamoRequestJournal } from '../platform/http/request-journal.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { dynamoOrganisationStore } from '../platform/organisation/organisation-store.ts';
import { unitStanding } from '../platform/organisation/unit-standing.ts';
import { keyringOpener } from '../platform/secrets/keyring.ts';
import { exportQueueEnvironment, exportsEnvironment, tableEnvironment } from '../platform/services.ts';
import { openTable } from '../platform/table/table.ts';
import { createExport } from './create-export.ts';
import type { ExportDeps } from './deps.ts';
import { s3ExportLinks } from './export-links.ts';
import { getExport } from './get-export.ts';
import { listExports } from './list-exports.ts';

const environment = readEnvironment(
  tableEnvironment.extend(exportsEnvironment.shape).extend(exportQueueEnvironment.shape),
);
const table = openTable(environment.TABLE_NAME);
const queue = new SQSClient({});
const deps: ExportDeps = {
  exports: dynamoExportStore(table),
  links: s3ExportLinks(new S3Client({}), environment.EXPORTS_BUCKET),
  async order(id) {
    const order: z.infer<typeof exportOrder> = { export: id };
    await queue.send(
      new SendMessageCommand({
        QueueUrl: environment.EXPORT_QUEUE_URL,
        MessageBody: JSON.stringify(order),
      }),
    );
  },
  keyring: keyringOpener(table),
};
const journal = dynamoRequestJournal(table);

/** Lists as files: asked for here, made by the export worker. */
export const handler = httpFunction(
  [
    route(
      exportOperations.createExport,
      journaled({ ...deps, journal }, (call, attempt) => createExport(deps, call, attempt)),
    ),
    route(exportOperations.getExport, call => getExport(deps, call)),
    route(exportOperations.listExports, call => listExports(deps, call)),
  ],
  { logger: functionLogger(), now: runtimeNow, complete: unitStanding(dynamoOrganisationStore(table)) },
);
