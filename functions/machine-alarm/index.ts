import { alarmInput } from '../../schemas/machine.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { dynamoDossierStore } from '../platform/dossiers/dynamo-dossier-store.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { dynamoMachineBook } from '../platform/machine/machine-book.ts';
import { machineFunction } from '../platform/machine/machine-function.ts';
import { openStepFunctionsClient, stepFunctionsMachines } from '../platform/machine/step-functions.ts';
import { tableEnvironment } from '../platform/services.ts';
import { openTable } from '../platform/table/table.ts';
import { soundAlarm } from './sound-alarm.ts';

const table = openTable(readEnvironment(tableEnvironment).TABLE_NAME);
const client = openStepFunctionsClient();
const deps = {
  book: dynamoMachineBook(table),
  dossiers: dynamoDossierStore(table),
  now: runtimeNow,
  async until(instant: number) {
    // Looked at in between, because the embedded host's time may run faster than its timers.
    while (runtimeNow() < instant) await new Promise(resolve => setTimeout(resolve, 10));
  },
};

/** A wait of the machine lapsed. */
export const handler = machineFunction(alarmInput, functionLogger(), ({ order, stateMachine }) =>
  soundAlarm({ ...deps, machines: stepFunctionsMachines(client, stateMachine) }, order),
);
