import * as z from 'zod';
import { httpPaymentPlatform } from '../../../../connectors/payment-platform/payment-platform.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { timeLimit } from '../../../../kernel/lambda/time-limit.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { openPlatform } from '../../../../records/money/open-platform.ts';
import { keptPayments } from '../../../../records/money/payment-store.ts';
import { keptReconciliations } from '../../../../records/money/reconciliation-store.ts';
import { keptStatements } from '../../../../records/money/statement-store.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { settleAtNight } from '../../settle-at-night.ts';

/** Milliseconds spent on settling by one statement. */
const SETTLING = 60_000;

const environment = readEnvironment(tableEnvironment.extend({ PAYMENT_PLATFORM_SECRET: z.string() }));
const logger = functionLogger();
const items = dynamoItems(openTable(environment.TABLE_NAME));
const deps = {
  ...openPlatform(environment.PAYMENT_PLATFORM_SECRET, logger, httpPaymentPlatform),
  payments: keptPayments(items),
  statements: keptStatements(items),
  reconciliations: keptReconciliations(items),
  timer: timeLimit(runtimeNow, SETTLING),
};

/** Settles what statements show, and compares the day with gateways and the treasury. */
export async function handler(): Promise<void> {
  logger.info('MONEY_RECONCILED', { ...(await settleAtNight(deps, runtimeNow())) });
}
