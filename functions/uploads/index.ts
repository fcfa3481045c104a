import { S3Client } from '@aws-sdk/client-s3';
import { uploadOperations } from '../../schemas/api/operations/uploads.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { dynamoFileStore } from '../platform/files/file-store.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { journaled } from '../platform/http/journaled.ts';
import { dynamoRequestJournal } from '../platform/http/request-journal.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { keyringOpener } from '../platform/secrets/keyring.ts';
import { tableEnvironment, uploadsEnvironment } from '../platform/services.ts';
import { openTable } from '../platform/table/table.ts';
import { createUpload, type UploadDeps } from './create-upload.ts';
import { s3UploadLinks } from './upload-links.ts';

const environment = readEnvironment(tableEnvironment.extend(uploadsEnvironment.shape));
const table = openTable(environment.TABLE_NAME);
const deps: UploadDeps = {
  files: dynamoFileStore(table),
  links: s3UploadLinks(new S3Client({}), environment.UPLOADS_BUCKET),
  keyring: keyringOpener(table),
};
const journal = dynamoRequestJournal(table);

/** Links for uploading files. */
export const handler = httpFunction(
  [
    route(
      uploadOperations.createUpload,
      journaled({ ...deps, journal }, (call, attempt) => createUpload(deps, call, attempt)),
    ),
  ],
  { logger: functionLogger(), now: runtimeNow },
);
