import { proposedChangeOperations } from '../../../../../schemas/api/operations/proposed-changes.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { dynamoOpenCount } from '../../../../records/lists/dossier-counts.ts';
import { openUnitWork } from '../../../../records/organization/open-unit-work.ts';
import { machineEnvironment, tableEnvironment } from '../../../../records/services.ts';
import { handOverNow } from '../../../../records/succession/hand-over-now.ts';
import { openSuccession } from '../../../../records/succession/open-succession.ts';
import { confirmProposedChange } from '../../confirm.ts';
import type { ProposedChangeDeps } from '../../deps.ts';
import { openCarryOn } from '../../open-carry-on.ts';
import { getProposedChange, listProposedChanges } from '../../read.ts';
import { withdrawProposedChange } from '../../withdraw.ts';

const logger = functionLogger();
const environment = readEnvironment(tableEnvironment.extend(machineEnvironment.shape));
const { services, carrying } = openCarryOn(environment, logger);
const { table, organization, workCalendars, keyring } = services;
const succession = openSuccession(services, runtimeNow);

/** Milliseconds of one request spent on handing over dossiers: well below API Gateway's timeout. */
const HANDING_OVER = 15_000;

const deps: ProposedChangeDeps = {
  ...carrying,
  workCalendars,
  organization,
  keyring,
  countOpen: dynamoOpenCount(table),
  workOf: openUnitWork(services),
  moveEnded: handOverNow(succession, logger, HANDING_OVER),
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
