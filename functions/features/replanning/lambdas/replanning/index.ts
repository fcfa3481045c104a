import { replanningOperations } from '../../../../../schemas/api/operations/replanning.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { timeLimit } from '../../../../kernel/lambda/time-limit.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { dynamoWorkList } from '../../../../records/lists/work-list.ts';
import { dynamoProposedChangeStore } from '../../../../records/proposed-changes/proposed-change-store.ts';
import { openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { type ReplanningDeps, replanUnit } from '../../replan-unit.ts';

const services = openDossierServices(readEnvironment(tableEnvironment).TABLE_NAME);

/** Milliseconds of a request spent on looking at dossiers one by one: well below API Gateway's timeout. */
const LOOKING = 8_000;

const deps: ReplanningDeps = {
  ...services,
  // Nothing is moved here, so no machine has to plan anew.
  nudge: async () => {},
  proposedChanges: dynamoProposedChangeStore(services.table),
  timer: timeLimit(runtimeNow, LOOKING),
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
  { logger: functionLogger(), now: runtimeNow, authorize: demandAnyhow },
);
