import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { nationalStoreOperations } from '../../../../../schemas/api/operations/national-store.ts';
import { keptConnection } from '../../../../connectors/national-store/connection.ts';
import { httpNationalStore } from '../../../../connectors/national-store/national-store.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { countOnce } from '../../../../kernel/lambda/count-once.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { whenNeeded } from '../../../../kernel/lambda/when-needed.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { dynamoAccessRecords } from '../../../../records/audit-log/dynamo-access-records.ts';
import { checkedElsewhere } from '../../../../records/files/checked-elsewhere.ts';
import { dynamoFileStore } from '../../../../records/files/file-store.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { keptQuotas } from '../../../../records/quotas/kept-quotas.ts';
import {
  malwareEnvironment,
  openDossierServices,
  quotaEnvironment,
  tableEnvironment,
  uploadsEnvironment,
} from '../../../../records/services.ts';
import type { StoreDeps } from '../../deps.ts';
import { fetchStoreFile, fetchStoreFileForDossier } from '../../fetch-file.ts';
import { searchStore, searchStoreForDossier } from '../../search-store.ts';

const environment = readEnvironment(
  tableEnvironment
    .extend(uploadsEnvironment.shape)
    .extend(quotaEnvironment.shape)
    .extend(malwareEnvironment.shape)
    .extend({ NATIONAL_STORE_SECRET: z.string() }),
);
const logger = functionLogger();
const services = openDossierServices(environment.TABLE_NAME);
// The bucket's client is large, and most who search fetch nothing.
const bucket = whenNeeded(async () => {
  const { openUploadsBucket } = await import('../../uploads-bucket.ts');
  return openUploadsBucket(environment.UPLOADS_BUCKET);
});
const secret = environment.NATIONAL_STORE_SECRET;
const connection = keptConnection(new SecretsManagerClient({}), secret, runtimeNow);
const deps: StoreDeps = {
  ...services,
  ...checkedElsewhere(environment.MALWARE),
  store: secret === '' ? undefined : httpNationalStore({ connection, now: runtimeNow }),
  missed({ reason, detail }) {
    logger.warn('NATIONAL_STORE_MISSED', { reason, detail });
    countOnce('NationalStoreSilent', { reason });
  },
  accessRecords: dynamoAccessRecords(services.table),
  files: dynamoFileStore(services.table),
  objects: { look: async key => (await bucket()).objects.look(key) },
  put: async (file, bytes) => (await bucket()).put(file, bytes),
  quotas: keptQuotas(dynamoItems(services.table), environment.QUOTAS),
};
const journal = dynamoRequestJournal(services.table);
const { searchStore: search, fetchStoreFile: fetch } = nationalStoreOperations;
const { searchStoreForDossier: searchFor, fetchStoreFileForDossier: fetchFor } = nationalStoreOperations;

/** The national store: what it has in place of papers, and fetching it. */
export const handler = httpFunction(
  [
    // Not journaled: it would keep for a month what papers somebody has.
    route(search, call => searchStore(deps, call)),
    route(
      fetch,
      journaled({ ...deps, journal }, (call, attempt) => fetchStoreFile(deps, call, attempt)),
    ),
    route(searchFor, call => searchStoreForDossier(deps, call)),
    route(
      fetchFor,
      journaled({ ...deps, journal }, (call, attempt) => fetchStoreFileForDossier(deps, call, attempt)),
    ),
  ],
  {
    logger,
    now: runtimeNow,
    authorize: demandAnyhow,
    complete: unitStanding(services.organization),
  },
);
