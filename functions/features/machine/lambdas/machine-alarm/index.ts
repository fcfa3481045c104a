import { alarmInput } from '../../../../../schemas/machine.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { machineFunction } from '../../../../kernel/lambda/machine-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { dynamoDossierStore } from '../../../../records/dossiers/dynamo-dossier-store.ts';
import { dynamoExecutionRegistry } from '../../../../records/executions/execution-registry.ts';
import {
  openStepFunctionsClient,
  stepFunctionsMachines,
} from '../../../../records/executions/step-functions.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { soundAlarm } from '../../sound-alarm.ts';

const table = openTable(readEnvironment(tableEnvironment).TABLE_NAME);
const client = openStepFunctionsClient();
const deps = {
  registry: dynamoExecutionRegistry(table),
  dossiers: dynamoDossierStore(table),
  now: runtimeNow,
  async until(instant: number) {
    // Checked repeatedly, because the embedded host's time may run faster than its timers.
    while (runtimeNow() < instant) await new Promise(resolve => setTimeout(resolve, 10));
  },
};

/** A wait of the machine timed out. */
export const handler = machineFunction(alarmInput, functionLogger(), ({ order, stateMachine }) =>
  soundAlarm({ ...deps, machines: stepFunctionsMachines(client, stateMachine) }, order),
);
