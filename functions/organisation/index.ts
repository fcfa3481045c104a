import { organisationOperations } from '../../schemas/api/operations/organisation.ts';
import { dynamoCatalogueStore } from '../platform/catalogue/catalogue-store.ts';
import { dynamoNaming } from '../platform/catalogue/units-named.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { journaled } from '../platform/http/journaled.ts';
import { dynamoRequestJournal } from '../platform/http/request-journal.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { dynamoDossierCounts } from '../platform/lists/dossier-counts.ts';
import { dynamoWorkList } from '../platform/lists/work-list.ts';
import { dynamoOrganisationStore } from '../platform/organisation/organisation-store.ts';
import { unitStanding } from '../platform/organisation/unit-standing.ts';
import { keyringOpener } from '../platform/secrets/keyring.ts';
import { tableEnvironment } from '../platform/services.ts';
import { openTable } from '../platform/table/table.ts';
import type { OrganisationDeps } from './deps.ts';
import { listOfficers } from './list-officers.ts';
import { getOrganisation, publishOrganisation } from './publish-units.ts';
import { recordOfficers } from './record-officers.ts';
import { unitWork } from './unit-work.ts';

const table = openTable(readEnvironment(tableEnvironment).TABLE_NAME);
const organisation = dynamoOrganisationStore(table);
const deps: OrganisationDeps = {
  organisation,
  keyring: keyringOpener(table),
  workOf: unitWork({
    organisation,
    countDossiers: dynamoDossierCounts(table),
    countNaming: dynamoNaming(table, dynamoCatalogueStore(table)),
    workList: dynamoWorkList(table),
  }),
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
    route(organisationOperations.listOfficers, call => listOfficers(deps, call)),
    route(
      organisationOperations.recordOfficers,
      journaled(once, call => recordOfficers(deps, call)),
    ),
  ],
  { logger: functionLogger(), now: runtimeNow, complete: unitStanding(organisation) },
);
