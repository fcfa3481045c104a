import { searchOperations } from '../../../../../schemas/api/operations/search.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { dynamoAccessRecords } from '../../../../records/audit-log/dynamo-access-records.ts';
import { procedureNames } from '../../../../records/catalogue/procedure-names.ts';
import { dynamoApplicantNames } from '../../../../records/lists/applicant-names.ts';
import { dynamoDossierLists } from '../../../../records/lists/dossier-lists.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { keptQuotas } from '../../../../records/quotas/kept-quotas.ts';
import { openDossierServices, quotaEnvironment, tableEnvironment } from '../../../../records/services.ts';
import type { SearchDeps } from '../../deps.ts';
import { dynamoFoundIndex } from '../../found-index.ts';
import { searchDossiers } from '../../search-dossiers.ts';

const environment = readEnvironment(tableEnvironment.extend(quotaEnvironment.shape));
const services = openDossierServices(environment.TABLE_NAME);
const deps: SearchDeps = {
  keyring: services.keyring,
  lists: dynamoDossierLists(services.table),
  found: dynamoFoundIndex(services.table),
  names: dynamoApplicantNames(services.table),
  accessRecords: dynamoAccessRecords(services.table),
  procedures: procedureNames(services.catalogue, {
    keptFor: 60_000,
    now: runtimeNow,
  }),
  organization: services.organization,
  quotas: keptQuotas(dynamoItems(services.table), environment.QUOTAS),
};

/** Searching dossiers. */
export const handler = httpFunction(
  [route(searchOperations.searchDossiers, call => searchDossiers(deps, call))],
  {
    logger: functionLogger(),
    now: runtimeNow,
    authorize: demandAnyhow,
    complete: unitStanding(deps.organization),
  },
);
