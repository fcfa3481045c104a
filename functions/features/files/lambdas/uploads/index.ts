import { uploadOperations } from '../../../../../schemas/api/operations/uploads.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { linkingClient } from '../../../../kernel/objects/linking-client.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import type { CheckDeps } from '../../../../records/files/check-upload.ts';
import { checkedElsewhere } from '../../../../records/files/checked-elsewhere.ts';
import { dynamoFileStore } from '../../../../records/files/file-store.ts';
import { s3UploadedObjects } from '../../../../records/files/uploaded-objects.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { keyringMaker } from '../../../../records/keyring/keyring.ts';
import { keptQuotas } from '../../../../records/quotas/kept-quotas.ts';
import {
  malwareEnvironment,
  quotaEnvironment,
  tableEnvironment,
  uploadsEnvironment,
} from '../../../../records/services.ts';
import { completeUpload } from '../../complete-upload.ts';
import { createUpload, type UploadDeps } from '../../create-upload.ts';
import { s3UploadLinks } from '../../upload-links.ts';

const environment = readEnvironment(
  tableEnvironment
    .extend(uploadsEnvironment.shape)
    .extend(quotaEnvironment.shape)
    .extend(malwareEnvironment.shape),
);
const table = openTable(environment.TABLE_NAME);
const s3 = linkingClient();
const deps: UploadDeps & CheckDeps = {
  files: dynamoFileStore(table),
  links: s3UploadLinks(s3, environment.UPLOADS_BUCKET),
  objects: s3UploadedObjects(s3, environment.UPLOADS_BUCKET),
  ...checkedElsewhere(environment.MALWARE),
  keyring: keyringMaker(table),
  quotas: keptQuotas(dynamoItems(table), environment.QUOTAS),
};
const journal = dynamoRequestJournal(table);

/** Links for uploading files, and the verdict on what was uploaded. */
export const handler = httpFunction(
  [
    route(
      uploadOperations.createUpload,
      journaled({ ...deps, journal }, (call, attempt) => createUpload(deps, call, attempt)),
    ),
    route(
      uploadOperations.completeUpload,
      journaled({ ...deps, journal }, call => completeUpload(deps, call)),
    ),
  ],
  { logger: functionLogger(), now: runtimeNow, authorize: demandAnyhow },
);
