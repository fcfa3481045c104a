import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import * as os from 'node:os';
import * as path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { virtualClock } from '../../../local/host/clock.ts';
import { eventually } from '../host/support.ts';
import { type Bench, layBench, machine, START } from './bench.ts';

const A_DAY = 24 * 3600 * 1000;
const SEGMENT = 80_000;
const PADDING = 'x'.repeat(2_000);

const ask = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'ask', Payload: '{% $states.context.Task.Token %}' },
  End: true,
};

function temporary(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'step-functions-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}
const segments = (folder: string) => fs.readdirSync(folder).filter(name => name.endsWith('.journal'));

/** A journal of many executions that ended long ago, one that has waited all the time, and one that ended lately. */
async function longHistory() {
  const folder = temporary();
  const tokens: string[] = [];
  const functions = { ask: (token: string) => tokens.push(token) };
  const bench = await layBench({ journalFolder: folder, segmentSize: SEGMENT, functions });
  const passing = await bench.create(machine({ Done: { Type: 'Pass', End: true } }));
  const asking = await bench.create(machine({ Ask: ask }));
  const waiting = await bench.start(asking, { dossier: 1 }, 'waiting');
  const old = await bench.start(passing, PADDING, 'old');
  for (let n = 0; n < 120; n++) await bench.start(passing, PADDING, `old-${n}`);
  return { folder, tokens, functions, bench, passing, asking, waiting, old };
}

const open = (folder: string, instant: number, functions = {}) =>
  layBench({ journalFolder: folder, segmentSize: SEGMENT, clock: virtualClock(instant), functions });

async function answers(bench: Bench, executionArn: string, taskToken: string) {
  const before = await bench.history(executionArn);
  expect(before.map(({ id }) => id)).toEqual(before.map((_, index) => index + 1));
  await bench.call('SendTaskSuccess', { taskToken, output: '"granted"' });
  expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({
    status: 'SUCCEEDED',
    input: '{"dossier":1}',
    output: '"granted"',
  });
}

it('an execution is kept for 90 days after its end, and its name may be used again afterwards', async () => {
  const bench = await layBench();
  const stateMachineArn = await bench.create(machine({ Done: { Type: 'Pass', End: true } }));
  const executionArn = await bench.start(stateMachineArn, {}, 'H01');
  await bench.start(stateMachineArn, {}, 'H02');
  await bench.advance(90 * A_DAY - 1);
  expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'SUCCEEDED' });
  expect(await bench.refused('StartExecution', { stateMachineArn, name: 'H01' })).toMatchObject({
    __type: 'ExecutionAlreadyExists',
  });
  await bench.advance(1);
  expect(await bench.refused('DescribeExecution', { executionArn })).toMatchObject({
    __type: 'ExecutionDoesNotExist',
  });
  await bench.start(stateMachineArn, {}, 'H01');
  expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'SUCCEEDED' });
});

it('the time may be chosen, and one that still runs is kept however old it is', async () => {
  const bench = await layBench({ keepEnded: A_DAY });
  const hold = await bench.create(machine({ Hold: { Type: 'Wait', Seconds: 30 * 24 * 3600, End: true } }));
  const executionArn = await bench.start(hold);
  await bench.advance(29 * A_DAY);
  expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'RUNNING' });
  await bench.advance(A_DAY);
  expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'SUCCEEDED' });
});

it('the journal gives up what nobody needs, and the execution that waits goes on from its whole history', async () => {
  const { folder, tokens, functions, bench, passing, waiting, old } = await longHistory();
  expect(segments(folder).length).toBeGreaterThan(5);
  await bench.advance(91 * A_DAY);
  const lately = await bench.start(passing, 'lately', 'lately');
  await bench.service.close();
  const again = await open(folder, START + 91 * A_DAY, functions);
  await eventually(() => (segments(folder).length <= 2 ? true : undefined));
  await again.service.close();
  const third = await open(folder, START + 91 * A_DAY, functions);
  expect(third.announced).toEqual([]);
  expect(await third.refused('DescribeExecution', { executionArn: old })).toMatchObject({
    __type: 'ExecutionDoesNotExist',
  });
  expect(await third.call('DescribeExecution', { executionArn: lately })).toMatchObject({
    status: 'SUCCEEDED',
  });
  await answers(third, waiting, tokens[0] ?? '');
});

it('a host killed at any moment of giving up finds everything again, with its checkpoint and without', async () => {
  const { folder, functions, tokens, bench, passing, waiting } = await longHistory();
  await bench.advance(91 * A_DAY);
  await bench.start(passing, 'lately', 'lately');
  await bench.service.close();
  // Each change that the disk sees while the journal is made smaller is a moment to be killed at.
  const moments: string[] = [];
  const { rmSync, fdatasync, fsyncSync } = fs;
  const { rename } = fs.promises;
  const copied = temporary();
  const keep = () => {
    const copy = path.join(copied, String(moments.length));
    fs.cpSync(folder, copy, { recursive: true });
    moments.push(copy);
  };
  const first =
    <Parts extends unknown[], Answer>(run: (...parts: Parts) => Answer) =>
    (...parts: Parts) => {
      keep();
      return run(...parts);
    };
  Object.assign(fs, { rmSync: first(rmSync), fdatasync: first(fdatasync), fsyncSync: first(fsyncSync) });
  fs.promises.rename = first(rename);
  syncBuiltinESMExports();
  const restore = () => {
    Object.assign(fs, { rmSync, fdatasync, fsyncSync });
    fs.promises.rename = rename;
    syncBuiltinESMExports();
  };
  onTestFinished(restore);
  const compacting = await open(folder, START + 91 * A_DAY, functions);
  await eventually(() => (segments(folder).length <= 2 ? true : undefined));
  await compacting.service.close();
  restore();
  expect(moments.length).toBeGreaterThan(10);
  for (const moment of moments) {
    for (const checkpoint of [true, false]) {
      const copy = `${moment}-${checkpoint}`;
      fs.cpSync(moment, copy, { recursive: true });
      if (!checkpoint) {
        for (const name of fs.readdirSync(copy).filter(name => name.includes('.checkpoint')))
          fs.rmSync(path.join(copy, name));
      }
      const again = await open(copy, START + 91 * A_DAY, functions);
      await again.service.idle();
      expect(again.announced).toEqual([]);
      const { executions } = await again.call('ListExecutions', { stateMachineArn: passing });
      expect(executions.map(({ name }) => name)).toEqual(['lately']);
      await answers(again, waiting, tokens[0] ?? '');
      await again.service.close();
      fs.rmSync(copy, { recursive: true });
    }
  }
}, 60_000);
