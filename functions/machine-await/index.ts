import { awaitInput } from '../../schemas/machine.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { machineFunction } from '../platform/machine/machine-function.ts';
import { openMachine } from '../platform/machine/open-machine.ts';
import { dynamoDossierStore } from '../platform/dossiers/dynamo-dossier-store.ts';
import { machineEnvironment, tableEnvironment } from '../platform/services.ts';
import { openTable } from '../platform/table/table.ts';
import { awaitTask } from './await-task.ts';

const environment = readEnvironment(tableEnvironment.extend(machineEnvironment.partial().shape));
const logger = functionLogger();
const table = openTable(environment.TABLE_NAME);
const machine = openMachine(table, environment.STATE_MACHINE_ARN ?? '', logger);
const deps = { ...machine, dossiers: dynamoDossierStore(table), now: runtimeNow };

/** The machine comes to wait on a task. */
export const handler = machineFunction(awaitInput, logger, input => awaitTask(deps, input));
