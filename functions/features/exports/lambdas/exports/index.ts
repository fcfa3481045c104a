import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type * as z from 'zod';
import { exportOperations } from '../../../../../schemas/api/operations/exports.ts';
import type { exportOrder } from '../../../../../schemas/export-order.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { linkingClient } from '../../../../kernel/objects/linking-client.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { keyringOpener } from '../../../../records/keyring/keyring.ts';
import { dynamoOrganizationStore } from '../../../../records/organization/organization-store.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { keptQuotas } from '../../../../records/quotas/kept-quotas.ts';
import {
  exportQueueEnvironment,
  exportsEnvironment,
  quotaEnvironment,
  tableEnvironment,
} from '../../../../records/services.ts';
import { createExport } from '../../create-export.ts';
import type { ExportDeps } from '../../deps.ts';
import { dynamoExportStore } from '../../dynamo-export-store.ts';
import { s3ExportLinks } from '../../export-links.ts';
import { getExport } from '../../get-export.ts';
import { listExports } from '../../list-exports.ts';

const environment = readEnvironment(
  tableEnvironment
    .extend(exportsEnvironment.shape)
    .extend(exportQueueEnvironment.shape)
    .extend(quotaEnvironment.shape),
);
const table = openTable(environment.TABLE_NAME);
const queue = new SQSClient({});
const deps: ExportDeps = {
  exports: dynamoExportStore(table),
  links: s3ExportLinks(linkingClient(), environment.EXPORTS_BUCKET),
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
  quotas: keptQuotas(dynamoItems(table), environment.QUOTAS),
};
const journal = dynamoRequestJournal(table);

/** Lists as files: requested here, made by the export worker. */
export const handler = httpFunction(
  [
    route(
      exportOperations.createExport,
      journaled({ ...deps, journal }, (call, attempt) => createExport(deps, call, attempt)),
    ),
    route(exportOperations.getExport, call => getExport(deps, call)),
    route(exportOperations.listExports, call => listExports(deps, call)),
  ],
  {
    logger: functionLogger(),
    now: runtimeNow,
    authorize: demandAnyhow,
    complete: unitStanding(dynamoOrganizationStore(table)),
  },
);
