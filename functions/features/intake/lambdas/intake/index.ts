import { dossierOperations } from '../../../../../schemas/api/operations/dossiers.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { countOnce } from '../../../../kernel/lambda/count-once.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { keyringMaker } from '../../../../records/keyring/keyring.ts';
import { dynamoDossierLists } from '../../../../records/lists/dossier-lists.ts';
import { openDuplicates } from '../../../../records/lists/open-duplicates.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { keptQuotas } from '../../../../records/quotas/kept-quotas.ts';
import { quotaEnvironment } from '../../../../records/services.ts';
import { openWorkingServices } from '../../../../records/working-services.ts';
import { correctApplicant } from '../../correct-applicant.ts';
import type { IntakeDeps } from '../../deps.ts';
import { aheadOfSubmission } from '../../read-ahead.ts';
import { submitDossier } from '../../submit-dossier.ts';
import { supplementDossier } from '../../supplement-dossier.ts';
import { withdrawDossier } from '../../withdraw-dossier.ts';

const logger = functionLogger();
const services = openWorkingServices(logger, keyringMaker);
const { QUOTAS } = readEnvironment(quotaEnvironment);
const deps: IntakeDeps = {
  ...services,
  quotas: keptQuotas(dynamoItems(services.table), QUOTAS),
  counterShare: QUOTAS.counterShare,
  nearlyNumbered: (unit, channel) => countOnce('NumbersNearlyUsed', { unit, channel }),
  duplicates: openDuplicates(dynamoDossierLists(services.table)),
};

/** Submissions, supplements, withdrawals, and corrections of the applicant. */
export const handler = httpFunction(
  [
    route(
      dossierOperations.submitDossier,
      call => submitDossier(deps, call),
      aheadOfSubmission(services.table),
    ),
    route(dossierOperations.supplementDossier, call => supplementDossier(deps, call)),
    route(dossierOperations.withdrawDossier, call => withdrawDossier(deps, call)),
    route(dossierOperations.correctApplicant, call => correctApplicant(deps, call)),
  ],
  { logger, now: runtimeNow, authorize: demandAnyhow, complete: unitStanding(services.organization) },
);
