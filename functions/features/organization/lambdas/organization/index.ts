import { authorizationOperations } from '../../../../../schemas/api/operations/authorizations.ts';
import { organizationOperations } from '../../../../../schemas/api/operations/organization.ts';
import { successionOperations } from '../../../../../schemas/api/operations/succession.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { errorFacts } from '../../../../kernel/lambda/error-facts.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoNaming } from '../../../../records/catalogue/units-named.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { keyringMaker } from '../../../../records/keyring/keyring.ts';
import { dynamoDossierCounts } from '../../../../records/lists/dossier-counts.ts';
import { dynamoWorkList } from '../../../../records/lists/work-list.ts';
import { dynamoAuthorizationStore } from '../../../../records/organization/authorization-store.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { unitWork } from '../../../../records/organization/unit-work.ts';
import { dynamoProposedChangeStore } from '../../../../records/proposed-changes/proposed-change-store.ts';
import { openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { moveEndedUnits } from '../../../../records/succession/move-units.ts';
import { openSuccession } from '../../../../records/succession/open-succession.ts';
import { endAuthorization, listAuthorizations, recordAuthorization } from '../../authorizations.ts';
import type { OrganizationDeps } from '../../deps.ts';
import { listOfficers } from '../../list-officers.ts';
import { getOrganization, publishOrganization } from '../../publish-units.ts';
import { recordOfficers } from '../../record-officers.ts';
import { transferDossiers } from '../../transfer-dossiers.ts';

const logger = functionLogger();
const services = openDossierServices(readEnvironment(tableEnvironment).TABLE_NAME, keyringMaker);
const { table, organization, keyring, catalogue } = services;
const succession = openSuccession(services, runtimeNow);

/** Milliseconds of one request spent on dossiers, one by one: well below API Gateway's timeout. */
const HANDING_OVER = 15_000;

const proposedChanges = dynamoProposedChangeStore(table);
const transfers = {
  ...succession,
  keyring,
  proposedChanges,
  timer() {
    const until = runtimeNow() + HANDING_OVER;
    return () => runtimeNow() < until;
  },
};
const deps: OrganizationDeps = {
  organization,
  proposedChanges,
  keyring,
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
const signing = { organization, authorizations: dynamoAuthorizationStore(table) };
const once = { ...deps, journal: dynamoRequestJournal(table) };

/** Units and officers of the province. */
export const handler = httpFunction(
  [
    route(organizationOperations.getOrganization, () => getOrganization(deps)),
    route(
      organizationOperations.publishOrganization,
      journaled(once, (call, attempt) => publishOrganization(deps, call, attempt)),
    ),
    route(
      successionOperations.transferDossiers,
      journaled(once, (call, attempt) => transferDossiers(transfers, call, attempt)),
    ),
    route(authorizationOperations.listAuthorizations, call => listAuthorizations(signing, call)),
    route(
      authorizationOperations.recordAuthorization,
      journaled(once, (call, attempt) => recordAuthorization(signing, call, attempt)),
    ),
    route(
      authorizationOperations.endAuthorization,
      journaled(once, (call, attempt) => endAuthorization(signing, call, attempt)),
    ),
    route(organizationOperations.listOfficers, call => listOfficers(deps, call)),
    route(
      organizationOperations.recordOfficers,
      journaled(once, call => recordOfficers(deps, call)),
    ),
  ],
  { logger, now: runtimeNow, authorize: demandAnyhow, complete: unitStanding(organization) },
);
