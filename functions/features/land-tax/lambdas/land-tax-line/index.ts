import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { taxOfficeConnection } from '../../../../../schemas/outside/tax-office.ts';
import { httpTaxOffice } from '../../../../connectors/tax-office/tax-office.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { countOnce } from '../../../../kernel/lambda/count-once.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { keptSecret } from '../../../../kernel/outside/kept-secret.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { openMachine } from '../../../../records/executions/open-machine.ts';
import { keptLandTax } from '../../../../records/land-tax/land-tax-store.ts';
import { machineEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import type { LineDeps } from '../../deps.ts';
import { runLine } from '../../run-line.ts';

const environment = readEnvironment(
  tableEnvironment.extend(machineEnvironment.shape).extend({ TAX_OFFICE_SECRET: z.string() }),
);
const logger = functionLogger();
const services = openDossierServices(environment.TABLE_NAME);
const secret = environment.TAX_OFFICE_SECRET;
const connection = keptSecret(new SecretsManagerClient({}), secret, taxOfficeConnection, runtimeNow);
const deps: LineDeps = {
  ...services,
  landTax: keptLandTax(dynamoItems(services.table)),
  wake: openMachine(services.table, environment.STATE_MACHINE_ARN, logger).wake,
  office: httpTaxOffice({ connection, now: runtimeNow }),
  missed({ reason, detail }) {
    logger.warn('TAX_OFFICE_MISSED', { reason, detail });
    countOnce('TaxOfficeSilent', { reason });
  },
  refused(code) {
    logger.warn('TAX_MESSAGE_REFUSED', { code });
  },
};

/** Sends slips to the tax office, and asks about them; nothing where the deployment has none. */
export async function handler(): Promise<void> {
  if (secret === '') return;
  logger.info('TAX_OFFICE_TURNED_TO', { ...(await runLine(deps, runtimeNow())) });
}
