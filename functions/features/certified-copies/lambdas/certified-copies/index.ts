import { certifiedCopyOperations } from '../../../../../schemas/api/operations/certified-copies.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { digitizationStore } from '../../../../records/digitizing/digitization-store.ts';
import { dynamoFileStore } from '../../../../records/files/file-store.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { type CertifyingDeps, certifyCopy } from '../../certify-copy.ts';

const environment = readEnvironment(tableEnvironment);
const services = openDossierServices(environment.TABLE_NAME);
const deps: CertifyingDeps = {
  ...services,
  files: dynamoFileStore(services.table),
  digitizations: digitizationStore(dynamoItems(services.table)),
};

/** Certifying digitized copies of papers. */
export const handler = httpFunction(
  [route(certifiedCopyOperations.certifyCopy, call => certifyCopy(deps, call))],
  {
    logger: functionLogger(),
    now: runtimeNow,
    authorize: demandAnyhow,
    complete: unitStanding(services.organization),
  },
);
