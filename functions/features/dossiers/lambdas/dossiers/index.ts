import * as z from 'zod';
import { accessRecordOperations } from '../../../../../schemas/api/operations/access-records.ts';
import { dossierOperations } from '../../../../../schemas/api/operations/dossiers.ts';
import { vaultOperations } from '../../../../../schemas/api/operations/vault.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { jsonSetting, readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { whenNeeded } from '../../../../kernel/lambda/when-needed.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { dynamoAccessRecords } from '../../../../records/audit-log/dynamo-access-records.ts';
import { dynamoCursorStore } from '../../../../records/consumers/dynamo-cursor-store.ts';
import { digitizationStore } from '../../../../records/digitizing/digitization-store.ts';
import { dynamoFileStore } from '../../../../records/files/file-store.ts';
import { dynamoApplicantNames } from '../../../../records/lists/applicant-names.ts';
import { dynamoDossierLists } from '../../../../records/lists/dossier-lists.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import {
  openDossierServices,
  resultsEnvironment,
  tableEnvironment,
  uploadsEnvironment,
} from '../../../../records/services.ts';
import { keptVault } from '../../../../records/vault/vault.ts';
import { getCollectionCode } from '../../get-collection-code.ts';
import { getDeadline } from '../../get-deadline.ts';
import type { DigitizationDeps } from '../../get-digitization.ts';
import { getDossier } from '../../get-dossier.ts';
import { getHistory } from '../../get-history.ts';
import { listAccessRecords } from '../../list-access-records.ts';
import { listDossiers } from '../../list-dossiers.ts';
import { listPayments } from '../../list-payments.ts';
import { listResults } from '../../list-results.ts';
import { openFile } from '../../open-file.ts';
import { aheadOfDossier } from '../../read-ahead.ts';
import { resultRegister } from '../../result-register.ts';
import { trackDossier } from '../../track-dossier.ts';
import { getDossierVault, listCitedResults, listVault } from '../../vault.ts';
import { verifyResult } from '../../verify-result.ts';

const environment = readEnvironment(
  tableEnvironment
    .extend(resultsEnvironment.shape)
    .extend(uploadsEnvironment.shape)
    .extend({ PAPER_HINTS: jsonSetting(z.boolean()) }),
);
const services = openDossierServices(environment.TABLE_NAME);
const buckets = whenNeeded(async () => {
  const { openBuckets } = await import('../../bucket-links.ts');
  return openBuckets(environment.UPLOADS_BUCKET, {
    issued: environment.ISSUED_BUCKET,
    former: environment.RESULTS_BUCKET,
  });
});
/** Comparing what was read takes much code, and few ask for it. */
const reading = whenNeeded(() => import('../../get-digitization.ts'));
const deps: DigitizationDeps = {
  ...services,
  accessRecords: dynamoAccessRecords(services.table),
  cursors: dynamoCursorStore(services.table),
  lists: dynamoDossierLists(services.table),
  names: dynamoApplicantNames(services.table),
  results: resultRegister(services.table, async () => (await buckets()).results),
  files: dynamoFileStore(services.table),
  vault: keptVault(dynamoItems(services.table)),
  links: { linkTo: async file => (await buckets()).links.linkTo(file) },
  digitizations: digitizationStore(dynamoItems(services.table)),
  derived: { get: async key => (await buckets()).derived.get(key) },
  paperHints: environment.PAPER_HINTS,
};

/** Reading dossiers: their state, ledger, payments, results, and public tracking. */
export const handler = httpFunction(
  [
    route(dossierOperations.listDossiers, call => listDossiers(deps, call)),
    route(dossierOperations.getDossier, call => getDossier(deps, call), aheadOfDossier(services.table)),
    route(dossierOperations.openFile, call => openFile(deps, call)),
    route(dossierOperations.getDigitization, async call => (await reading()).getDigitization(deps, call)),
    route(dossierOperations.getCollectionCode, call => getCollectionCode(deps, call)),
    route(dossierOperations.getDeadline, call => getDeadline(deps, call)),
    route(dossierOperations.getHistory, call => getHistory(deps, call)),
    route(dossierOperations.listPayments, call => listPayments(deps, call)),
    route(dossierOperations.listResults, call => listResults(deps, call)),
    route(accessRecordOperations.listAccessRecords, call => listAccessRecords(deps, call)),
    route(dossierOperations.trackDossier, call => trackDossier(deps, call)),
    route(vaultOperations.listVault, call => listVault(deps, call)),
    route(vaultOperations.getDossierVault, call => getDossierVault(deps, call)),
    route(vaultOperations.listCitedResults, call => listCitedResults(deps, call)),
    route(dossierOperations.verifyResult, call => verifyResult(deps, call)),
  ],
  {
    logger: functionLogger(),
    now: runtimeNow,
    authorize: demandAnyhow,
    complete: unitStanding(services.organization),
  },
);
