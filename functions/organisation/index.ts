import { organisationOperations } from '../../schemas/api/operations/organisation.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { journaled } from '../platform/http/journaled.ts';
import { dynamoRequestJournal } from '../platform/http/request-journal.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { dynamoOrganisationStore } from '../platform/organisation/organisation-store.ts';
import { keyringOpener } from '../platform/secrets/keyring.ts';
import { tableEnvironment } from '../platform/services.ts';
import { openTable } from '../platform/table/table.ts';
import {
  getOrganisation,
  listOfficers,
  type OrganisationDeps,
  publishOrganisation,
  recordOfficers,
} from './organisation.ts';

const table = openTable(readEnvironment(tableEnvironment).TABLE_NAME);
const deps: OrganisationDeps = {
  organisation: dynamoOrganisationStore(table),
  keyring: keyringOpener(table),
};
const once = { ...deps, journal: dynamoRequestJournal(table) };

/** Units and officers of the province. */
export const handler = httpFunction(
  [
    route(organisationOperations.getOrganisation, () => getOrganisation(deps)),
    route(
      organisationOperations.publishOrganisation,
      journaled(once, call => publishOrganisation(deps, call)),
    ),
    route(organisationOperations.listOfficers, call => listOfficers(deps, call)),
    route(
      organisationOperations.recordOfficers,
      journaled(once, call => recordOfficers(deps, call)),
    ),
  ],
  { logger: functionLogger(), now: runtimeNow },
);
