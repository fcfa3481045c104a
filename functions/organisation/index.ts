import { organisationOperations } from '../../schemas/api/operations/organisation.ts';
import { successionOperations } from '../../schemas/api/operations/succession.ts';
import { dynamoNaming } from '../platform/catalogue/units-named.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { errorFacts } from '../platform/http/error-facts.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { journaled } from '../platform/http/journaled.ts';
import { dynamoRequestJournal } from '../platform/http/request-journal.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { dynamoDossierCounts } from '../platform/lists/dossier-counts.ts';
import { dynamoWorkList } from '../platform/lists/work-list.ts';
import { unitStanding } from '../platform/organisation/unit-standing.ts';
import { openDossierServices, tableEnvironment } from '../platform/services.ts';
import { moveEndedUnits } from '../platform/succession/move-units.ts';
import { openSuccession } from '../platform/succession/open-succession.ts';
import type { OrganisationDeps } from './deps.ts';
import { listOfficers } from './list-officers.ts';
import { getOrganisation, publishOrganisation } from './publish-units.ts';
import { recordOfficers } from './record-officers.ts';
import { transferDossiers } from './transfer-dossiers.ts';
import { unitWork } from './unit-work.ts';

const logger = functionLogger();
const services = openDossierServices(readEnvironment(tableEnvironment).TABLE_NAME);
const { table, organisation, keyring, catalogue } = services;
const succession = openSuccession(services, runtimeNow);

/** Milliseconds of one request in which dossiers are handed over: well within what API Gateway waits. */
const HANDING_OVER = 15_000;

const deps: OrganisationDeps = {
  organisation,
  keyring,
  workOf: unitWork({
    organisation,
    countDossiers: dynamoDossierCounts(table),
    countNaming: dynamoNaming(table, catalogue),
    workList: dynamoWorkList(table),
  }),
  async moveEnded() {
    try {
      const { stranded: _, ...made } = await moveEndedUnits(succession, runtimeNow() + HANDING_OVER);
      logger.info('UNITS_HANDED_OVER', made);
    } catch (error) {
      // The units are published; the worker hands over what is left.
      logger.error('HANDING_OVER_FAILED', { error: errorFacts(error) });
    }
  },
};
const once = { ...deps, journal: dynamoRequestJournal(table) };

/** Units and officers of the province. */
export const handler = httpFunction(
  [
    route(organisationOperations.getOrganisation, () => getOrganisation(deps)),
    route(
      organisationOperations.publishOrganisation,
      journaled(once, (call, attempt) => publishOrganisation(deps, call, attempt)),
    ),
    route(
      successionOperations.transferDossiers,
      journaled(once, call => transferDossiers({ ...succession, keyring }, call)),
    ),
    route(organisationOperations.listOfficers, call => listOfficers(deps, call)),
    route(
      organisationOperations.recordOfficers,
      journaled(once, call => recordOfficers(deps, call)),
    ),
  ],
  { logger, now: runtimeNow, complete: unitStanding(organisation) },
);
