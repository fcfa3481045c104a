import { receiptOperations } from '../../../../../schemas/api/operations/receipts.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { whenNeeded } from '../../../../kernel/lambda/when-needed.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { dynamoAccessRecords } from '../../../../records/audit-log/dynamo-access-records.ts';
import { receiptRequestStore } from '../../../../records/money/receipt-request-store.ts';
import { receiptStore } from '../../../../records/money/receipt-store.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { issuedEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { correctReceipt, decideReceiptCorrection } from '../../correct-receipt.ts';
import type { ReceiptDeps } from '../../deps.ts';
import { getReceiptSummary } from '../../get-summary.ts';
import { listReceipts } from '../../list-receipts.ts';
import { retryReceipt } from '../../retry-receipt.ts';

const environment = readEnvironment(tableEnvironment.extend(issuedEnvironment.shape));
const services = openDossierServices(environment.TABLE_NAME);
// The bucket’s client is large, and corrections need none.
const links = whenNeeded(async () => {
  const { s3ReceiptLinks } = await import('../../receipt-files.ts');
  return s3ReceiptLinks(environment.ISSUED_BUCKET);
});
const deps: ReceiptDeps = {
  ...services,
  accessRecords: dynamoAccessRecords(services.table),
  receipts: receiptStore(dynamoItems(services.table)),
  requests: receiptRequestStore(dynamoItems(services.table)),
  links: async (key, fileName) => (await links())(key, fileName),
};

/** Electronic receipts: shown, corrected, summed up by day. */
export const handler = httpFunction(
  [
    route(receiptOperations.listReceipts, call => listReceipts(deps, call)),
    route(receiptOperations.correctReceipt, call => correctReceipt(deps, call)),
    route(receiptOperations.decideReceiptCorrection, call => decideReceiptCorrection(deps, call)),
    route(receiptOperations.retryReceipt, call => retryReceipt(deps, call)),
    route(receiptOperations.getReceiptSummary, call => getReceiptSummary(deps, call)),
  ],
  {
    logger: functionLogger(),
    now: runtimeNow,
    authorize: demandAnyhow,
    complete: unitStanding(services.organization),
  },
);
