import { replanningOperations } from '../../../../../schemas/api/operations/replanning.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openMachine } from '../../../../records/executions/open-machine.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { dynamoWorkList } from '../../../../records/lists/work-list.ts';
import { machineEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { type ReplanningDeps, replanUnit } from '../../replan-unit.ts';

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

/** Recalculates promised dates on command. */
export const handler = httpFunction(
  [
    route(
      replanningOperations.replan,
      journaled(once, call => replanUnit(deps, call)),
    ),
  ],
  { logger, now: runtimeNow, authorize: demandAnyhow },
);
