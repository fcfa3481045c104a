import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../local/host/clock.ts';
import { type BenchOptions, layBench, machine, START, types } from './bench.ts';

let folder: string;
let copies = 0;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'step-functions-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const journalFolder = () => path.join(folder, 'journal');
/** What a host would find after kill -9: the folder as it is on disk at this moment. */
function snapshot(): string {
  const copy = path.join(folder, `copy-${++copies}`);
  fs.cpSync(journalFolder(), copy, { recursive: true });
  return copy;
}
const journalFile = (in_: string) =>
  path.join(in_, fs.readdirSync(in_).find(name => name.endsWith('.journal')) ?? '');
const ask = (more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'ask', Payload: '{% $states.context.Task.Token %}' },
  End: true,
  ...more,
});
const work = (more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:lambda:ap-southeast-1:000000000000:function:work',
  End: true,
  ...more,
});
const reopen = (at: string, instant: number, options: BenchOptions = {}) =>
  layBench({ journalFolder: at, clock: virtualClock(instant), ...options });

describe('after kill -9', () => {
  it('a token issued before goes on after', async () => {
    const tokens: string[] = [];
    const functions = { ask: (token: string) => tokens.push(token) };
    const bench = await layBench({ journalFolder: journalFolder(), functions });
    const executionArn = await bench.start(
      await bench.create(machine({ Ask: ask({ TimeoutSeconds: 60 }) })),
      { a: 1 },
      'dossier-1',
    );
    const again = await reopen(snapshot(), START + 10_000, { functions });
    await again.service.idle();
    expect(again.calls).toHaveLength(0);
    await again.call('SendTaskSuccess', { taskToken: tokens[0], output: '"granted"' });
    expect(await again.call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'SUCCEEDED',
      output: '"granted"',
      input: '{"a":1}',
      name: 'dossier-1',
    });
  });

  it('a function whose answer was not journaled is called again', async () => {
    const functions = { work: (): Promise<unknown> => new Promise(() => {}) };
    const bench = await layBench({ journalFolder: journalFolder(), functions });
    const executionArn = await bench.start(await bench.create(machine({ Work: work() })), 7);
    const again = await reopen(snapshot(), START + 1_000, { functions: { work: (n: number) => n * 6 } });
    await again.service.idle();
    expect(again.calls).toEqual([{ functionArn: expect.any(String), payload: 7 }]);
    expect(await again.call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'SUCCEEDED',
      output: '42',
    });
    expect(
      types(await again.history(executionArn)).filter(type => type === 'LambdaFunctionScheduled'),
    ).toHaveLength(1);
  });

  it('timers that lapsed while it was down fire at once, in the order of their instants', async () => {
    const bench = await layBench({ journalFolder: journalFolder(), functions: { work: () => 1 } });
    const arn = await bench.create(
      machine({ Hold: { Type: 'Wait', Seconds: '{% $states.input %}', Next: 'Work' }, Work: work() }),
    );
    for (const seconds of [300, 100, 500, 200, 400]) await bench.start(arn, seconds);
    const again = await reopen(snapshot(), START + 450_000, { functions: { work: () => 1 } });
    await again.service.idle();
    expect(again.calls.map(({ payload }) => payload)).toEqual([100, 200, 300, 400]);
    await again.advance(50_000);
    expect(again.calls.map(({ payload }) => payload)).toEqual([100, 200, 300, 400, 500]);
  });

  it('a timeout that lapsed while it was down is caught', async () => {
    const functions = { ask: () => 1 };
    const bench = await layBench({ journalFolder: journalFolder(), functions });
    const states = {
      Ask: ask({ TimeoutSeconds: 60, Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Alarm' }] }),
      Alarm: { Type: 'Pass', Output: 'rang', End: true },
    };
    const executionArn = await bench.start(await bench.create(machine(states)));
    const again = await reopen(snapshot(), START + 61_000, { functions });
    await again.service.idle();
    expect(await again.call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'SUCCEEDED',
      output: '"rang"',
    });
  });

  it('an end that was not announced is announced, and one that was is not announced again', async () => {
    const bench = await layBench({ journalFolder: journalFolder() });
    const executionArn = await bench.start(
      await bench.create(machine({ Done: { Type: 'Pass', End: true } })),
    );
    expect(bench.announced.map(({ status }) => status)).toEqual(['RUNNING', 'SUCCEEDED']);
    const whole = snapshot();
    const again = await reopen(whole, START);
    await again.service.idle();
    expect(again.announced).toEqual([]);
    const cut = snapshot();
    const file = journalFile(cut);
    const text = fs.readFileSync(file, 'utf8').trimEnd();
    fs.writeFileSync(file, text.slice(0, text.lastIndexOf('\n') + 1));
    const third = await reopen(cut, START);
    await third.service.idle();
    expect(third.announced).toMatchObject([{ executionArn, status: 'SUCCEEDED' }]);
  });

  it('at any byte of the journal goes on to the same end', async () => {
    const tokens: string[] = [];
    const functions = { ask: (token: string) => tokens.push(token), work: (n: number) => n + 1 };
    const each = { StartAt: 'Each', States: { Each: work() } };
    const states = {
      First: work({ Assign: { first: '{% $states.result %}' }, Next: 'Over', End: undefined }),
      Over: {
        Type: 'Map',
        Items: '{% [$first, 10, 20] %}',
        MaxConcurrency: 2,
        ItemProcessor: each,
        Next: 'Hold',
      },
      Hold: { Type: 'Wait', Seconds: 60, Next: 'Ask' },
      Ask: ask({ Output: { sum: '{% $sum($states.input) %}', said: '{% $states.result %}' } }),
    };
    const bench = await layBench({ journalFolder: journalFolder(), functions });
    const arn = await bench.create(machine(states));
    const executionArn = await bench.start(arn, 1, 'only');
    await bench.advance(60_000);
    await bench.call('SendTaskSuccess', { taskToken: tokens.at(-1), output: '"yes"' });
    await bench.service.idle();
    const expected = '{"sum":35,"said":"yes"}';
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ output: expected });
    const bytes = fs.readFileSync(journalFile(journalFolder()));
    const begun = bytes.indexOf('"kind":"turn"');
    let resumed = 0;
    const cuts: number[] = [];
    for (let at = bytes.indexOf('\n', begun); at >= 0; at = bytes.indexOf('\n', at + 1))
      cuts.push(at - 40, at + 1);
    for (const length of cuts) {
      const cut = snapshot();
      fs.truncateSync(journalFile(cut), length);
      tokens.length = 0;
      const again = await reopen(cut, START + 60_000, { functions });
      await again.service.idle();
      const { executions } = await again.call('ListExecutions', { stateMachineArn: arn });
      if (executions.length === 0) await again.start(arn, 1, 'only');
      await again.advance(60_000);
      let found = await again.call('DescribeExecution', { executionArn });
      if (found.status === 'RUNNING') {
        resumed++;
        // The token was issued before the cut or after it; either way it is the only one that waits.
        const events = await again.history(executionArn);
        const scheduled = events.find(event => event.taskScheduledEventDetails);
        const token = JSON.parse(scheduled?.taskScheduledEventDetails?.parameters ?? '{}').Payload;
        await again.call('SendTaskSuccess', { taskToken: token, output: '"yes"' });
        found = await again.call('DescribeExecution', { executionArn });
      }
      expect(found).toMatchObject({ status: 'SUCCEEDED', output: expected });
      const ids = (await again.history(executionArn)).map(event => event.id);
      expect(ids).toEqual(ids.map((_, index) => index + 1));
      await again.service.close();
      fs.rmSync(cut, { recursive: true });
    }
    expect(resumed).toBeGreaterThan(5);
  }, 60_000);
});

describe('a journal', () => {
  it('that is damaged in the middle is refused with file and byte, and left as it is', async () => {
    const bench = await layBench({ journalFolder: journalFolder() });
    const arn = await bench.create(machine({ Done: { Type: 'Pass', End: true } }));
    for (let i = 0; i < 3; i++) await bench.start(arn);
    await bench.service.close();
    const file = journalFile(journalFolder());
    const bytes = fs.readFileSync(file);
    const at = bytes.indexOf('\n') + 100;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    fs.writeFileSync(file, bytes);
    await expect(layBench({ journalFolder: journalFolder() })).rejects.toThrow(
      `${file} is damaged at byte ${bytes.indexOf('\n') + 1}`,
    );
    expect(fs.readFileSync(file).equals(bytes)).toBe(true);
  });

  it('whose last record is torn loses that record only', async () => {
    const bench = await layBench({ journalFolder: journalFolder() });
    const arn = await bench.create(machine({ Done: { Type: 'Pass', End: true } }));
    const executionArn = await bench.start(arn);
    await bench.service.close();
    fs.appendFileSync(journalFile(journalFolder()), '000003e8 0badf00d {"kind":"turn","exec');
    const again = await layBench({ journalFolder: journalFolder() });
    expect(await again.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'SUCCEEDED' });
    await again.start(arn, {}, 'next');
    await again.service.close();
    const third = await layBench({ journalFolder: journalFolder() });
    expect((await third.call('ListExecutions', { stateMachineArn: arn })).executions).toHaveLength(2);
  });

  it('closed in order opens from its checkpoint; without or with a damaged one it opens all the same', async () => {
    const tokens: string[] = [];
    const functions = { ask: (token: string) => tokens.push(token) };
    const bench = await layBench({ journalFolder: journalFolder(), functions });
    const arn = await bench.create(machine({ Ask: ask() }));
    const executionArn = await bench.start(arn, {}, 'one');
    await bench.service.close();
    const checkpoint = fs.readdirSync(journalFolder()).filter(name => name.endsWith('.checkpoint'));
    expect(checkpoint).toHaveLength(1);
    for (const harm of [
      () => {},
      (file: string) => fs.truncateSync(file, 50),
      (file: string) => fs.rmSync(file),
    ]) {
      const copy = snapshot();
      harm(path.join(copy, checkpoint[0] ?? ''));
      const again = await reopen(copy, START);
      expect(await again.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'RUNNING' });
      await again.call('SendTaskSuccess', { taskToken: tokens[0], output: '1' });
      expect(await again.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'SUCCEEDED' });
      expect((await again.call('DescribeStateMachine', { stateMachineArn: arn })).name).toBe('machine-1');
      await again.service.close();
    }
  });

  it.runIf(fs.existsSync('/dev/full'))(
    'on a full disk fails the caller with a sentence and tells the host',
    async () => {
      fs.mkdirSync(journalFolder());
      fs.symlinkSync('/dev/full', path.join(journalFolder(), '0000000000000000.journal'));
      const bench = await layBench({ journalFolder: journalFolder() });
      const definition = JSON.stringify(machine({ Done: { Type: 'Pass', End: true } }));
      const request = { name: 'full', definition, roleArn: 'arn:aws:iam::000000000000:role/machine' };
      for (let time = 0; time < 2; time++) {
        const { status, body } = await bench.service.handle('CreateStateMachine', request);
        expect(status).toBe(500);
        expect(body).toMatchObject({
          __type: 'InternalServerException',
          message: expect.stringMatching(/journal in .* cannot be written: ENOSPC/),
        });
      }
    },
  );
});
