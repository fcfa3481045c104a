import { S3Client } from '@aws-sdk/client-s3';
import { dossierOperations } from '../../schemas/api/operations/dossiers.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { dynamoFileStore } from '../platform/files/file-store.ts';
import { s3UploadedObjects } from '../platform/files/uploaded-objects.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { openMachine } from '../platform/machine/open-machine.ts';
import { dynamoOrganisationStore } from '../platform/organisation/organisation-store.ts';
import {
  machineEnvironment,
  openDossierServices,
  tableEnvironment,
  uploadsEnvironment,
} from '../platform/services.ts';
import type { IntakeDeps } from './deps.ts';
import { submitDossier } from './submit-dossier.ts';
import { supplementDossier } from './supplement-dossier.ts';
import { withdrawDossier } from './withdraw-dossier.ts';

const environment = readEnvironment(
  tableEnvironment.extend(machineEnvironment.shape).extend(uploadsEnvironment.shape),
);
const logger = functionLogger();
const services = openDossierServices(environment.TABLE_NAME);
const { wake } = openMachine(services.table, environment.STATE_MACHINE_ARN, logger);
const deps: IntakeDeps = {
  ...services,
  wake,
  organisation: dynamoOrganisationStore(services.table),
  files: dynamoFileStore(services.table),
  objects: s3UploadedObjects(new S3Client({}), environment.UPLOADS_BUCKET),
};

/** Submissions, supplements and withdrawals. */
export const handler = httpFunction(
  [
    route(dossierOperations.submitDossier, call => submitDossier(deps, call)),
    route(dossierOperations.supplementDossier, call => supplementDossier(deps, call)),
    route(dossierOperations.withdrawDossier, call => withdrawDossier(deps, call)),
  ],
  { logger, now: runtimeNow },
);
