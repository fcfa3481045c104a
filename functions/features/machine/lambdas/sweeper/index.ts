import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openMachine } from '../../../../records/executions/open-machine.ts';
import { recoverExecution } from '../../../../records/executions/recover-execution.ts';
import { machineEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { sweep } from '../../sweep.ts';

const environment = readEnvironment(tableEnvironment.extend(machineEnvironment.shape));
const logger = functionLogger();
const { dossiers, table } = openDossierServices(environment.TABLE_NAME);
const machine = openMachine(table, environment.STATE_MACHINE_ARN, logger);
const deps = { ...machine, dossiers, now: runtimeNow };

/** Every minute: wakes machines that were not told of a decision. */
export async function handler(): Promise<void> {
  const report = await sweep({
    ...deps,
    recover: execution => recoverExecution(deps, execution),
    failed: (dossier, error) =>
      logger.error('SWEEP_FAILED', { dossier, error: error instanceof Error ? error.name : 'unknown' }),
  });
  logger.info('SWEPT', { ...report });
  if (report.failed > 0)
    throw new Error(`${report.failed} machine(s) could not be looked after; the next sweep tries again.`);
}
