import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { landTaxOperations } from '../../../../../schemas/api/operations/land-tax.ts';
import { taxOfficeConnection } from '../../../../../schemas/outside/tax-office.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { keptSecret } from '../../../../kernel/outside/kept-secret.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { dynamoAccessRecords } from '../../../../records/audit-log/dynamo-access-records.ts';
import { openMachine } from '../../../../records/executions/open-machine.ts';
import { keptLandTax } from '../../../../records/land-tax/land-tax-store.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { machineEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import type { LandTaxDeps } from '../../deps.ts';
import { getLandTax } from '../../get-land-tax.ts';
import { recordLandProof } from '../../record-proof.ts';
import { sendLandSlip } from '../../send-slip.ts';
import { tellLandTax } from '../../tell.ts';

const environment = readEnvironment(
  tableEnvironment.extend(machineEnvironment.shape).extend({ TAX_OFFICE_SECRET: z.string() }),
);
const logger = functionLogger();
const services = openDossierServices(environment.TABLE_NAME);
const secret = environment.TAX_OFFICE_SECRET;
const connected = secret !== '';
const deps: LandTaxDeps = {
  ...services,
  accessRecords: dynamoAccessRecords(services.table),
  landTax: keptLandTax(dynamoItems(services.table)),
  wake: openMachine(services.table, environment.STATE_MACHINE_ARN, logger).wake,
  connected,
  secret: connected
    ? keptSecret(new SecretsManagerClient({}), secret, taxOfficeConnection, runtimeNow)
    : async () => undefined,
};

/** What is owed the treasury for land: slips, proofs, and what the tax office tells. */
export const handler = httpFunction(
  [
    route(landTaxOperations.getLandTax, call => getLandTax(deps, call)),
    route(landTaxOperations.sendLandSlip, call => sendLandSlip(deps, call)),
    route(landTaxOperations.recordLandProof, call => recordLandProof(deps, call)),
    route(landTaxOperations.tellLandTax, call => tellLandTax(deps, call)),
  ],
  { logger, now: runtimeNow, authorize: demandAnyhow, complete: unitStanding(services.organization) },
);
