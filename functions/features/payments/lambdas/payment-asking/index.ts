import * as z from 'zod';
import { httpPaymentPlatform } from '../../../../connectors/payment-platform/payment-platform.ts';
import { jsonSetting, readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { openMachine } from '../../../../records/executions/open-machine.ts';
import { openPlatform } from '../../../../records/money/open-platform.ts';
import { keptPayments } from '../../../../records/money/payment-store.ts';
import { machineEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { askPayments } from '../../ask-payments.ts';

const environment = readEnvironment(
  tableEnvironment
    .extend(machineEnvironment.shape)
    .extend({ AGENCY: jsonSetting(z.string()), PAYMENT_PLATFORM_SECRET: z.string() }),
);
const logger = functionLogger();
const services = openDossierServices(environment.TABLE_NAME);
const { platform, missed } = openPlatform(environment.PAYMENT_PLATFORM_SECRET, logger, httpPaymentPlatform);

/** Asks about payments that are open, or whose end nobody told of. */
export async function handler(): Promise<void> {
  const deps = {
    ...services,
    platform,
    missed,
    agency: environment.AGENCY,
    payments: keptPayments(dynamoItems(services.table)),
    wake: openMachine(services.table, environment.STATE_MACHINE_ARN, logger).wake,
  };
  const found = await askPayments(deps, runtimeNow());
  logger.info('PAYMENTS_ASKED', { ...found });
}
