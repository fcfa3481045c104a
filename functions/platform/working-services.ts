import type { Logger } from '@aws-lambda-powertools/logger';
import { S3Client } from '@aws-sdk/client-s3';
import { readEnvironment } from './config/environment.ts';
import { dynamoFileStore } from './files/file-store.ts';
import { s3UploadedObjects } from './files/uploaded-objects.ts';
import { openMachine } from './machine/open-machine.ts';
import { machineEnvironment, openDossierServices, tableEnvironment, uploadsEnvironment } from './services.ts';

/** What functions need that change dossiers on behalf of people: records, uploaded files, units, and the machines to be woken. */
export function openWorkingServices(logger: Logger) {
  const environment = readEnvironment(
    tableEnvironment.extend(machineEnvironment.shape).extend(uploadsEnvironment.shape),
  );
  const services = openDossierServices(environment.TABLE_NAME);
  const { wake } = openMachine(services.table, environment.STATE_MACHINE_ARN, logger);
  return {
    ...services,
    wake,
    files: dynamoFileStore(services.table),
    objects: s3UploadedObjects(new S3Client({}), environment.UPLOADS_BUCKET),
  };
}
