import { replanningOperations } from '../../../../../schemas/api/operations/replanning.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openMachine } from '../../../../records/executions/open-machine.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { dynamoWorkList } from '../../../../records/lists/work-list.ts';
import { dynamoProposedChangeStore } from '../../../../records/proposed-changes/proposed-change-store.ts';
import { machineEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { type ReplanningDeps, replanUnit } from '../../replan-unit.ts';

const environment = readEnvironment(tableEnvironment.extend(machineEnvironment.shape));
const logger = functionLogger();
const services = openDossierServices(environment.TABLE_NAME);
const { nudge } = openMachine(services.table, environment.STATE_MACHINE_ARN, logger);

/** Milliseconds of a request spent on looking at dossiers one by one: well below API Gateway's timeout. */
const LOOKING = 15_000;

const deps: ReplanningDeps = {
  ...services,
  nudge,
  proposedChanges: dynamoProposedChangeStore(services.table),
  timer() {
    const until = runtimeNow() + LOOKING;
    return () => runtimeNow() < until;
  },
  workList: dynamoWorkList(services.table),
};
const once = { ...services, journal: dynamoRequestJournal(services.table) };

/** Lists how promised dates would move, and proposes to move them. */
export const handler = httpFunction(
  [
    route(
      replanningOperations.replan,
      journaled(once, (call, attempt) => replanUnit(deps, call, attempt)),
    ),
  ],
  { logger, now: runtimeNow, authorize: demandAnyhow },
);
