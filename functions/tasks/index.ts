import { S3Client } from '@aws-sdk/client-s3';
import { taskOperations } from '../../schemas/api/operations/tasks.ts';
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
import { dynamoWorkList } from '../platform/tasks/work-list.ts';
import { assignTask } from './assign-task.ts';
import { decideTask } from './decide-task.ts';
import type { TaskDeps } from './deps.ts';
import { getTask } from './get-task.ts';
import { listTasks } from './list-tasks.ts';

const environment = readEnvironment(
  tableEnvironment.extend(machineEnvironment.shape).extend(uploadsEnvironment.shape),
);
const logger = functionLogger();
const services = openDossierServices(environment.TABLE_NAME);
const { wake } = openMachine(services.table, environment.STATE_MACHINE_ARN, logger);
const deps: TaskDeps = {
  ...services,
  wake,
  workList: dynamoWorkList(services.table),
  organisation: dynamoOrganisationStore(services.table),
  files: dynamoFileStore(services.table),
  objects: s3UploadedObjects(new S3Client({}), environment.UPLOADS_BUCKET),
};

/** Officers' work lists and decisions. */
export const handler = httpFunction(
  [
    route(taskOperations.listTasks, call => listTasks(deps, call)),
    route(taskOperations.getTask, call => getTask(deps, call)),
    route(taskOperations.decideTask, call => decideTask(deps, call)),
    route(taskOperations.assignTask, call => assignTask(deps, call)),
  ],
  { logger, now: runtimeNow },
);
