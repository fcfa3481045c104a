import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { errorFacts } from '../../../../kernel/lambda/error-facts.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { receiptStore } from '../../../../records/money/receipt-store.ts';
import {
  issuedEnvironment,
  openDossierServices,
  sealEnvironment,
  tableEnvironment,
} from '../../../../records/services.ts';
import { bodySigner } from '../../open-signing.ts';
import { s3ReceiptFiles } from '../../receipt-files.ts';
import { type SummarizingDeps, summarizeDays } from '../../summarize.ts';

const environment = readEnvironment(
  tableEnvironment.extend(issuedEnvironment.shape).extend(sealEnvironment.shape),
);
const logger = functionLogger();
const { table, organization } = openDossierServices(environment.TABLE_NAME);
const sign = bodySigner(import.meta.url, environment.SEAL_KEY, async () => ({
  ...(await import('../../../../connectors/kms-signing/kms-signer.ts')),
  ...(await import('../../../../connectors/timestamping/timestamp-authority.ts')),
  ...(await import('../../../../connectors/revocation/http-revocation-source.ts')),
}));
const deps: SummarizingDeps = {
  organization,
  receipts: receiptStore(dynamoItems(table)),
  files: s3ReceiptFiles(environment.ISSUED_BUCKET),
  sign,
  now: runtimeNow,
  failed: (place, error) => logger.error('RECEIPT_SUMMARY_FAILED', { ...place, error: errorFacts(error) }),
};

/** At 17:30 and 23:30: the summaries of the day, and of days to which a receipt came late. */
export async function handler(): Promise<void> {
  const { made, failed } = await summarizeDays(deps);
  logger.info('RECEIPTS_SUMMARIZED', { made, failed });
  if (failed > 0) throw new Error(`${failed} summaries of receipts could not be made`);
}
