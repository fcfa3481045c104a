import { S3Client } from '@aws-sdk/client-s3';
import { uploadOperations } from '../../schemas/api/operations/uploads.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import type { CheckDeps } from '../platform/files/check-upload.ts';
import { dynamoFileStore } from '../platform/files/file-store.ts';
import { s3UploadedObjects } from '../platform/files/uploaded-objects.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { journaled } from '../platform/http/journaled.ts';
import { dynamoRequestJournal } from '../platform/http/request-journal.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { keyringOpener } from '../platform/secrets/keyring.ts';
import { tableEnvironment, uploadsEnvironment } from '../platform/services.ts';
import { openTable } from '../platform/table/table.ts';
import { completeUpload } from './complete-upload.ts';
import { createUpload, type UploadDeps } from './create-upload.ts';
import { s3UploadLinks } from './upload-links.ts';

const environment = readEnvironment(tableEnvironment.extend(uploadsEnvironment.shape));
const table = openTable(environment.TABLE_NAME);
const s3 = new S3Client({});
const deps: UploadDeps & CheckDeps = {
  files: dynamoFileStore(table),
  links: s3UploadLinks(s3, environment.UPLOADS_BUCKET),
  objects: s3UploadedObjects(s3, environment.UPLOADS_BUCKET),
  keyring: keyringOpener(table),
};
const journal = dynamoRequestJournal(table);

/** Links for uploading files, and what became of what was uploaded. */
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
  { logger: functionLogger(), now: runtimeNow },
);
