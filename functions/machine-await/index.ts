import { awaitInput } from '../../schemas/machine.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { dynamoDossierStore } from '../platform/dossiers/dynamo-dossier-store.ts';
import { functionLogger } from '../platform/http/wiring.ts';
import { dynamoMachineBook } from '../platform/machine/machine-book.ts';
import { machineFunction } from '../platform/machine/machine-function.ts';
import { openStepFunctionsClient, tellMachine } from '../platform/machine/step-functions.ts';
import { tableEnvironment } from '../platform/services.ts';
import { openTable } from '../platform/table/table.ts';
import { awaitTask } from './await-task.ts';

const table = openTable(readEnvironment(tableEnvironment).TABLE_NAME);
const client = openStepFunctionsClient();
const deps = {
  book: dynamoMachineBook(table),
  dossiers: dynamoDossierStore(table),
  machines: { tell: tellMachine(client) },
};

/** The machine comes to wait on a task. */
export const handler = machineFunction(awaitInput, functionLogger(), input => awaitTask(deps, input));
