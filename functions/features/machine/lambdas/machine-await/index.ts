import { awaitInput } from '../../../../../schemas/machine.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { machineFunction } from '../../../../kernel/lambda/machine-function.ts';
import { functionLogger } from '../../../../kernel/lambda/runtime.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { dynamoDossierStore } from '../../../../records/dossiers/dynamo-dossier-store.ts';
import { dynamoExecutionRegistry } from '../../../../records/executions/execution-registry.ts';
import { openStepFunctionsClient, tellMachine } from '../../../../records/executions/step-functions.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { awaitTask } from '../../await-task.ts';

const table = openTable(readEnvironment(tableEnvironment).TABLE_NAME);
const client = openStepFunctionsClient();
const deps = {
  registry: dynamoExecutionRegistry(table),
  dossiers: dynamoDossierStore(table),
  machines: { tell: tellMachine(client) },
};

/** The machine begins to wait on a task. */
export const handler = machineFunction(awaitInput, functionLogger(), input => awaitTask(deps, input));
