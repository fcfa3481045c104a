import { processOperations } from '../../../../../schemas/api/operations/processes.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoDossierLists } from '../../../../records/lists/dossier-lists.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { getProcessIndicators, type ProcessDeps } from '../../get-indicators.ts';

const services = openDossierServices(readEnvironment(tableEnvironment).TABLE_NAME);
const deps: ProcessDeps = { ...services, lists: dynamoDossierLists(services.table) };

/** How processes do. */
export const handler = httpFunction(
  [route(processOperations.getProcessIndicators, call => getProcessIndicators(deps, call))],
  {
    logger: functionLogger(),
    now: runtimeNow,
    authorize: demandAnyhow,
    complete: unitStanding(services.organization),
  },
);
