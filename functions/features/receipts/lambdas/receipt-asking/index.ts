import { viettelReceipts } from '../../../../connectors/receipt-viettel/receipt-viettel.ts';
import { vnptReceipts } from '../../../../connectors/receipt-vnpt/receipt-vnpt.ts';
import { readXml } from '../../../../connectors/xml/saxes-reader.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import {
  openReceiptProviders,
  receiptProviderEnvironment,
} from '../../../../records/money/open-receipt-providers.ts';
import { receiptRequestStore } from '../../../../records/money/receipt-request-store.ts';
import { receiptStore } from '../../../../records/money/receipt-store.ts';
import { issuedEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { askReceipts } from '../../ask-receipts.ts';
import type { ProvidingDeps } from '../../providing-deps.ts';
import { s3ReceiptFiles } from '../../receipt-files.ts';

const environment = readEnvironment(
  tableEnvironment.extend(issuedEnvironment.shape).extend(receiptProviderEnvironment.shape),
);
const logger = functionLogger();
const { table, dossiers, organization } = openDossierServices(environment.TABLE_NAME);
const items = dynamoItems(table);
const deps: ProvidingDeps = {
  dossiers,
  organization,
  receipts: receiptStore(items),
  requests: receiptRequestStore(items),
  files: s3ReceiptFiles(environment.ISSUED_BUCKET),
  ...openReceiptProviders(environment, logger, {
    vnpt: async options => vnptReceipts({ ...options, readXml }),
    viettel: async options => viettelReceipts(options),
  }),
  now: runtimeNow,
};

/** What was begun in this time has a minute to come to its end. */
const MILLISECONDS = 180_000;

/** Every five minutes: receipts of which nobody heard what came of them. */
export async function handler(): Promise<void> {
  const found = await askReceipts(deps, runtimeNow() + MILLISECONDS);
  logger.info('RECEIPTS_ASKED', { ...found });
}
