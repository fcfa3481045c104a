import { fork } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { virtualClock } from '../../../local/host/clock.ts';
import { layBench, machine } from './bench.ts';

const ask = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'ask', Payload: '{% $states.context.Task.Token %}' },
};

/** Runs a host until it has acknowledged so much, then kills it. Returns what it acknowledged. */
async function killAfter(acknowledgements: number, args: readonly string[]) {
  const started: string[] = [];
  const answered: string[] = [];
  const child = fork(path.join(import.meta.dirname, 'killed-host.ts'), args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<NodeJS.Signals | null>(resolve =>
    child.on('exit', (_code, signal) => resolve(signal)),
  );
  child.on('message', (message: { started?: string; answered?: string }) => {
    if (message.started) started.push(message.started);
    if (message.answered) answered.push(message.answered);
    if (started.length + answered.length >= acknowledgements) child.kill('SIGKILL');
  });
  expect(await gone).toBe('SIGKILL');
  return { started, answered };
}

it('a host killed again and again loses nothing that it acknowledged', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'step-functions-kill-'));
  const setUp = await layBench({ journalFolder: folder });
  const stateMachineArn = await setUp.create(
    machine({ First: { ...ask, Next: 'Second' }, Second: { ...ask, End: true } }),
  );
  await setUp.service.close();
  const started = new Set<string>();
  const answered = new Set<string>();
  for (const [round, acknowledgements] of [7, 60, 23, 150].entries()) {
    const told = await killAfter(acknowledgements, [folder, stateMachineArn, String(round * 1000), '500']);
    for (const name of told.started) started.add(name);
    for (const token of told.answered) answered.add(token);
  }
  const functions = { ask: () => 1 };
  const bench = await layBench({ journalFolder: folder, clock: virtualClock(Date.now()), functions });
  await bench.service.idle();
  for (const taskToken of answered) {
    expect(await bench.refused('SendTaskSuccess', { taskToken, output: '1' })).toMatchObject({
      __type: 'TaskTimedOut',
    });
  }
  let succeeded = 0;
  for (const name of started) {
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    for (;;) {
      const { status } = await bench.call('DescribeExecution', { executionArn });
      const events = await bench.history(executionArn);
      expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
      succeeded += events.filter(({ type }) => type === 'TaskSucceeded').length;
      if (status === 'SUCCEEDED') break;
      succeeded -= events.filter(({ type }) => type === 'TaskSucceeded').length;
      const token = JSON.parse(
        events.findLast(event => event.taskScheduledEventDetails)?.taskScheduledEventDetails?.parameters ??
          '{}',
      ).Payload;
      await bench.call('SendTaskSuccess', { taskToken: token, output: '"late"' });
      await bench.service.idle();
    }
  }
  expect(started.size).toBeGreaterThan(50);
  expect(answered.size).toBeGreaterThan(10);
  expect(succeeded).toBe(started.size * 2);
  await bench.service.close();
  fs.rmSync(folder, { recursive: true });
}, 120_000);
