import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { paymentOperations } from '../../../../../schemas/api/operations/payments.ts';
import { bankNoticesConnection } from '../../../../../schemas/outside/bank-notice.ts';
import { httpPaymentPlatform } from '../../../../connectors/payment-platform/payment-platform.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { jsonSetting, readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { keptSecret } from '../../../../kernel/outside/kept-secret.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { openMachine } from '../../../../records/executions/open-machine.ts';
import { openPlatform } from '../../../../records/money/open-platform.ts';
import { keptPayments } from '../../../../records/money/payment-store.ts';
import { keptRefusedNotices } from '../../../../records/money/refused-notices.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { machineEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import type { PaymentDeps } from '../../deps.ts';
import { getPayment } from '../../get-payment.ts';
import { notifyBank } from '../../notify-bank.ts';
import { notifyPlatform } from '../../notify-platform.ts';
import { openPayment } from '../../open-payment.ts';

const environment = readEnvironment(
  tableEnvironment.extend(machineEnvironment.shape).extend({
    AGENCY: jsonSetting(z.string()),
    PAYMENT_PLATFORM_SECRET: z.string(),
    BANK_NOTICES_SECRET: z.string(),
  }),
);
const logger = functionLogger();
const services = openDossierServices(environment.TABLE_NAME);
const banks = environment.BANK_NOTICES_SECRET;
const items = dynamoItems(services.table);
const deps: PaymentDeps = {
  ...services,
  ...openPlatform(environment.PAYMENT_PLATFORM_SECRET, logger, httpPaymentPlatform),
  agency: environment.AGENCY,
  payments: keptPayments(items),
  refused: keptRefusedNotices(items),
  wake: openMachine(services.table, environment.STATE_MACHINE_ARN, logger).wake,
  bankSecrets:
    banks === ''
      ? async () => undefined
      : keptSecret(new SecretsManagerClient({}), banks, bankNoticesConnection, runtimeNow),
};

/** Payments by link, and notices of the payment platform and of banks. */
export const handler = httpFunction(
  [
    route(paymentOperations.getPayment, call => getPayment(deps, call)),
    route(paymentOperations.openPayment, call => openPayment(deps, call)),
    route(paymentOperations.notifyPlatform, call => notifyPlatform(deps, call)),
    route(paymentOperations.notifyBank, call => notifyBank(deps, call)),
  ],
  { logger, now: runtimeNow, authorize: demandAnyhow, complete: unitStanding(services.organization) },
);
