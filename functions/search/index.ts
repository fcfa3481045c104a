import { searchOperations } from '../../schemas/api/operations/search.ts';
import { dynamoAccessRecords } from '../platform/access-records/dynamo-access-records.ts';
import { procedureNames } from '../platform/catalogue/procedure-names.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { dynamoApplicantNames } from '../platform/lists/applicant-names.ts';
import { dynamoDossierLists } from '../platform/lists/dossier-lists.ts';
import { unitStanding } from '../platform/organisation/unit-standing.ts';
import { openDossierServices, tableEnvironment } from '../platform/services.ts';
import type { SearchDeps } from './deps.ts';
import { dynamoFoundIndex } from './found-index.ts';
import { searchDossiers } from './search-dossiers.ts';

const services = openDossierServices(readEnvironment(tableEnvironment).TABLE_NAME);
const deps: SearchDeps = {
  keyring: services.keyring,
  lists: dynamoDossierLists(services.table),
  found: dynamoFoundIndex(services.table),
  names: dynamoApplicantNames(services.table),
  accessRecords: dynamoAccessRecords(services.table),
  procedures: procedureNames(services.catalogue, { keptFor: 60_000, now: runtimeNow }),
  organisation: services.organisation,
};

/** Looking for dossiers in one box. */
export const handler = httpFunction(
  [route(searchOperations.searchDossiers, call => searchDossiers(deps, call))],
  { logger: functionLogger(), now: runtimeNow, complete: unitStanding(deps.organisation) },
);
