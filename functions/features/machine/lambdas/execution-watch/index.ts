import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openMachine } from '../../../../records/executions/open-machine.ts';
import { recoverExecution } from '../../../../records/executions/recover-execution.ts';
import { machineEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';

const environment = readEnvironment(tableEnvironment.extend(machineEnvironment.shape));
const logger = functionLogger();
const { dossiers, table } = openDossierServices(environment.TABLE_NAME);
const machine = openMachine(table, environment.STATE_MACHINE_ARN, logger);
const deps = { ...machine, dossiers, now: runtimeNow };

const statusChange = z.object({ name: z.string(), status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']) });

/** An execution ended without ending its dossier: records the loss and starts the next round. */
export async function handler(event: EventBridgeEvent<string, unknown>): Promise<void> {
  const execution = statusChange.parse(event.detail);
  const outcome = await recoverExecution(deps, execution);
  logger.error('EXECUTION_LOST', { execution: execution.name, status: execution.status, outcome });
}
