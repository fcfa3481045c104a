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
import { lateReceiptFiles } from '../../late-files.ts';
import type { ProvidingDeps } from '../../providing-deps.ts';

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
  files: lateReceiptFiles(environment.ISSUED_BUCKET),
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
  now: runtimeNow,
};

/** What was begun in this time has a minute to come to its end. */
const MILLISECONDS = 180_000;

/** Every five minutes: receipts of which nobody heard what came of them. */
export async function handler(): Promise<void> {
  const found = await askReceipts(deps, runtimeNow() + MILLISECONDS);
  logger.info('RECEIPTS_ASKED', { ...found });
}
