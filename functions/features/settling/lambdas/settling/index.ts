import * as z from 'zod';
import { settlingOperations } from '../../../../../schemas/api/operations/settling.ts';
import { httpPaymentPlatform } from '../../../../connectors/payment-platform/payment-platform.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { jsonSetting, readEnvironment } from '../../../../kernel/config/environment.ts';
import type { Call } from '../../../../kernel/http/call.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { timeLimit } from '../../../../kernel/lambda/time-limit.ts';
import { whenNeeded } from '../../../../kernel/lambda/when-needed.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { dynamoAccessRecords } from '../../../../records/audit-log/dynamo-access-records.ts';
import { openMachine } from '../../../../records/executions/open-machine.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { openPlatform } from '../../../../records/money/open-platform.ts';
import { keptPayments } from '../../../../records/money/payment-store.ts';
import { keptReconciliations } from '../../../../records/money/reconciliation-store.ts';
import { keptRefusedNotices } from '../../../../records/money/refused-notices.ts';
import { keptStatements } from '../../../../records/money/statement-store.ts';
import {
  formsEnvironment,
  machineEnvironment,
  openDossierServices,
  tableEnvironment,
} from '../../../../records/services.ts';
import { assignPayment } from '../../assign-payment.ts';
import type { ReportFiles } from '../../deps.ts';
import { getReconciliation } from '../../get-reconciliation.ts';
import { listRefusedNotices } from '../../list-refused-notices.ts';
import { listUnassigned } from '../../list-unassigned.ts';
import { listUnsettled } from '../../list-unsettled.ts';

/** Milliseconds of a request spent on settling: well below API Gateway's timeout. */
const SETTLING = 15_000;

const environment = readEnvironment(
  tableEnvironment
    .extend(machineEnvironment.shape)
    .extend(formsEnvironment.shape)
    .extend({ AGENCY: jsonSetting(z.string()), PAYMENT_PLATFORM_SECRET: z.string() }),
);
const logger = functionLogger();
const services = openDossierServices(environment.TABLE_NAME);
const items = dynamoItems(services.table);
// The bucket’s client and the writers of files are large, and figures need neither.
const reports = whenNeeded(() => import('../../get-files.ts'));
const files = whenNeeded(async () => {
  const { s3ReportFiles } = await import('../../report-files.ts');
  return s3ReportFiles(environment.FORMS_BUCKET);
});
const deps = {
  ...services,
  ...openPlatform(environment.PAYMENT_PLATFORM_SECRET, logger, httpPaymentPlatform),
  agency: environment.AGENCY,
  accessRecords: dynamoAccessRecords(services.table),
  files: { keep: async (...file: Parameters<ReportFiles['keep']>) => (await files()).keep(...file) },
  payments: keptPayments(items),
  refused: keptRefusedNotices(items),
  statements: keptStatements(items),
  reconciliations: keptReconciliations(items),
  timer: timeLimit(runtimeNow, SETTLING),
  wake: openMachine(services.table, environment.STATE_MACHINE_ARN, logger).wake,
};
// So are the readers of statements, which come once a day.
const loading = whenNeeded(async () => {
  const [{ loadStatement }, { readXml }] = await Promise.all([
    import('../../load-statement.ts'),
    import('../../../../connectors/xml/saxes-reader.ts'),
  ]);
  return (call: Call<typeof settlingOperations.loadStatement>) => loadStatement({ ...deps, readXml }, call);
});
const once = { ...services, journal: dynamoRequestJournal(services.table) };

/** Statements, what they settle, and money of no dossier. */
export const handler = httpFunction(
  [
    route(
      settlingOperations.loadStatement,
      journaled(once, async call => (await loading())(call)),
    ),
    route(settlingOperations.getReconciliation, call => getReconciliation(deps, call)),
    route(settlingOperations.getReconciliationFile, async call =>
      (await reports()).getReconciliationFile(deps, call),
    ),
    route(settlingOperations.listUnsettled, call => listUnsettled(deps, call)),
    route(settlingOperations.getUnsettledFile, async call => (await reports()).getUnsettledFile(deps, call)),
    route(settlingOperations.listUnassigned, call => listUnassigned(deps, call)),
    route(settlingOperations.listRefusedNotices, call => listRefusedNotices(deps, call)),
    route(settlingOperations.assignPayment, call => assignPayment(deps, call)),
  ],
  { logger, now: runtimeNow, authorize: demandAnyhow },
);
