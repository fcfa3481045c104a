import { worldClock } from '../../../local/host/clock.ts';
import { openStepFunctions } from '../../../local/step-functions/step-functions.ts';

/**
 * A host to be killed: starts executions that wait for their tokens, answers the tokens, and tells its parent of
 * every acknowledgement. Arguments: journal folder, ARN of the machine, first number, how many.
 */
const [folder = '', stateMachineArn = '', first = '0', count = '0'] = process.argv.slice(2);

const service = await openStepFunctions({
  clock: worldClock(),
  journalFolder: folder,
  region: 'ap-southeast-1',
  accountId: '000000000000',
  announce: () => {},
  invokeFunction: async (_arn, payload) => {
    const taskToken = String(payload);
    setImmediate(async () => {
      const { status } = await service.handle('SendTaskSuccess', { taskToken, output: '"granted"' });
      if (status === 200) process.send?.({ answered: taskToken });
    });
    return { ok: true, payload: null };
  },
});

for (let number = Number(first); number < Number(first) + Number(count); number++) {
  const name = `dossier-${number}`;
  void service.handle('StartExecution', { stateMachineArn, name }).then(({ status }) => {
    if (status === 200) process.send?.({ started: name });
  });
  await new Promise<void>(resolve => setImmediate(resolve));
}
