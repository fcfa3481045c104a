import { replanningOperations } from '../../schemas/api/operations/replanning.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { journaled } from '../platform/http/journaled.ts';
import { dynamoRequestJournal } from '../platform/http/request-journal.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { dynamoWorkList } from '../platform/lists/work-list.ts';
import { openMachine } from '../platform/machine/open-machine.ts';
import { machineEnvironment, openDossierServices, tableEnvironment } from '../platform/services.ts';
import { type ReplanningDeps, replanUnit } from './replan-unit.ts';

const environment = readEnvironment(tableEnvironment.extend(machineEnvironment.shape));
const logger = functionLogger();
const services = openDossierServices(environment.TABLE_NAME);
const { nudge } = openMachine(services.table, environment.STATE_MACHINE_ARN, logger);
const deps: ReplanningDeps = {
  ...services,
  nudge,
  workList: dynamoWorkList(services.table),
};
const once = { ...services, journal: dynamoRequestJournal(services.table) };

/** Promised dates found again on command. */
export const handler = httpFunction(
  [
    route(
      replanningOperations.replan,
      journaled(once, call => replanUnit(deps, call)),
    ),
  ],
  { logger, now: runtimeNow },
);
