import { proposedChangeOperations } from '../../../../../schemas/api/operations/proposed-changes.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { errorFacts } from '../../../../kernel/lambda/error-facts.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoNaming } from '../../../../records/catalogue/units-named.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { dynamoDossierCounts, dynamoOpenCount } from '../../../../records/lists/dossier-counts.ts';
import { dynamoWorkList } from '../../../../records/lists/work-list.ts';
import { unitWork } from '../../../../records/organization/unit-work.ts';
import { machineEnvironment, tableEnvironment } from '../../../../records/services.ts';
import { moveEndedUnits } from '../../../../records/succession/move-units.ts';
import { openSuccession } from '../../../../records/succession/open-succession.ts';
import { confirmProposedChange } from '../../confirm.ts';
import type { ProposedChangeDeps } from '../../deps.ts';
import { openCarryOn } from '../../open-carry-on.ts';
import { getProposedChange, listProposedChanges } from '../../read.ts';
import { withdrawProposedChange } from '../../withdraw.ts';

const logger = functionLogger();
const environment = readEnvironment(tableEnvironment.extend(machineEnvironment.shape));
const { services, carrying } = openCarryOn(environment, logger);
const { table, organization, catalogue, workCalendars, keyring } = services;
const succession = openSuccession(services, runtimeNow);

/** Milliseconds of one request spent on handing over dossiers: well below API Gateway's timeout. */
const HANDING_OVER = 15_000;

const deps: ProposedChangeDeps = {
  ...carrying,
  catalogue,
  workCalendars,
  organization,
  keyring,
  countOpen: dynamoOpenCount(table),
  workOf: unitWork({
    organization,
    countDossiers: dynamoDossierCounts(table),
    countNaming: dynamoNaming(table, catalogue),
    workList: dynamoWorkList(table),
  }),
  async moveEnded() {
    try {
      const { stranded: _, ...made } = await moveEndedUnits(succession, runtimeNow() + HANDING_OVER);
      logger.info('UNITS_HANDED_OVER', made);
    } catch (error) {
      // The units are published; the worker hands over the rest.
      logger.error('HANDING_OVER_FAILED', { error: errorFacts(error) });
    }
  },
};
const once = { keyring, journal: dynamoRequestJournal(table) };

/** What one administrator proposed and a second one confirms. */
export const handler = httpFunction(
  [
    route(proposedChangeOperations.listProposedChanges, call => listProposedChanges(deps, call)),
    route(proposedChangeOperations.getProposedChange, call => getProposedChange(deps, call)),
    route(
      proposedChangeOperations.confirmProposedChange,
      journaled(once, (call, attempt) => confirmProposedChange(deps, call, attempt)),
    ),
    route(
      proposedChangeOperations.withdrawProposedChange,
      journaled(once, (call, attempt) => withdrawProposedChange(deps, call, attempt)),
    ),
  ],
  { logger, now: runtimeNow, authorize: demandAnyhow },
);
