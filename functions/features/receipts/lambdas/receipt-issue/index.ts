import { fileURLToPath } from 'node:url';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { errorFacts } from '../../../../kernel/lambda/error-facts.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { eachNudge } from '../../../../records/consumers/take-nudges.ts';
import {
  openReceiptProviders,
  receiptProviderEnvironment,
} from '../../../../records/money/open-receipt-providers.ts';
import { receiptRequestStore } from '../../../../records/money/receipt-request-store.ts';
import { receiptStore } from '../../../../records/money/receipt-store.ts';
import {
  issuedEnvironment,
  openDossierServices,
  sealEnvironment,
  tableEnvironment,
} from '../../../../records/services.ts';
import { type IssuingDeps, issueReceipts } from '../../issue-receipts.ts';
import { lateReceiptFiles } from '../../late-files.ts';
import { bodySigner } from '../../open-signing.ts';

const environment = readEnvironment(
  tableEnvironment
    .extend(issuedEnvironment.shape)
    .extend(sealEnvironment.shape)
    .extend(receiptProviderEnvironment.shape),
);
const logger = functionLogger();
const { table, dossiers, organization } = openDossierServices(environment.TABLE_NAME);
const fonts = fileURLToPath(new URL('./fonts/', import.meta.url));
const sign = bodySigner(import.meta.url, environment.SEAL_KEY, async () => ({
  ...(await import('../../../../connectors/kms-signing/kms-signer.ts')),
  ...(await import('../../../../connectors/timestamping/timestamp-authority.ts')),
  ...(await import('../../../../connectors/revocation/http-revocation-source.ts')),
}));
const deps: IssuingDeps = {
  dossiers,
  organization,
  receipts: receiptStore(dynamoItems(table)),
  requests: receiptRequestStore(dynamoItems(table)),
  ...openReceiptProviders(environment, logger, {
    vnpt: async options => {
      const [{ vnptReceipts }, { readXml }] = await Promise.all([
        import('../../../../connectors/receipt-vnpt/receipt-vnpt.ts'),
        import('../../../../connectors/xml/saxes-reader.ts'),
      ]);
      return vnptReceipts({ ...options, readXml });
    },
    viettel: async options =>
      (await import('../../../../connectors/receipt-viettel/receipt-viettel.ts')).viettelReceipts(options),
  }),
  files: lateReceiptFiles(environment.ISSUED_BUCKET),
  sign,
  // Loaded with the first receipt: the PDF library is as large as the rest of the function.
  render: async document =>
    (await import('../../../../records/forms/render-form.ts')).renderForm(fonts, document, 'A4'),
  now: runtimeNow,
};

/**
 * Makes receipts; one that fails is tried again, then kept among the dead letters, and found by the nightly
 * comparison.
 */
export const handler = (event: SQSEvent): Promise<SQSBatchResponse> =>
  eachNudge(
    event,
    async ({ dossier }) =>
      logger.info('RECEIPTS_ISSUED', { dossier, ...(await issueReceipts(deps, dossier)) }),
    ({ dossier }, error) => logger.error('RECEIPT_FAILED', { dossier, error: errorFacts(error) }),
  );
