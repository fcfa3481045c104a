import { dossierOperations } from '../../schemas/api/operations/dossiers.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { dynamoDossierLists } from '../platform/lists/dossier-lists.ts';
import { openDuplicates } from '../platform/lists/open-duplicates.ts';
import { unitStanding } from '../platform/organisation/unit-standing.ts';
import { openWorkingServices } from '../platform/working-services.ts';
import { correctApplicant } from './correct-applicant.ts';
import type { IntakeDeps } from './deps.ts';
import { submitDossier } from './submit-dossier.ts';
import { supplementDossier } from './supplement-dossier.ts';
import { withdrawDossier } from './withdraw-dossier.ts';

const logger = functionLogger();
const services = openWorkingServices(logger);
const deps: IntakeDeps = {
  ...services,
  duplicates: openDuplicates(dynamoDossierLists(services.table)),
};

/** Submissions, supplements, withdrawals, and corrections of who applies. */
export const handler = httpFunction(
  [
    route(dossierOperations.submitDossier, call => submitDossier(deps, call)),
    route(dossierOperations.supplementDossier, call => supplementDossier(deps, call)),
    route(dossierOperations.withdrawDossier, call => withdrawDossier(deps, call)),
    route(dossierOperations.correctApplicant, call => correctApplicant(deps, call)),
  ],
  { logger, now: runtimeNow, complete: unitStanding(services.organisation) },
);
