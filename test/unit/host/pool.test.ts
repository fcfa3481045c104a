import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { virtualClock } from '../../../local/host/clock.ts';
import { silentLog } from '../../../local/host/log.ts';
import { PLACE } from '../../../local/host/place.ts';
import { functionConfig } from '../../../local/lambda/function-config.ts';
import { openLogSink } from '../../../local/lambda/log-sink.ts';
import { FunctionPool } from '../../../local/lambda/pool.ts';
import { openTimeSignal } from '../../../local/lambda/time-signal.ts';
import { temporaryFolder } from './support.ts';

vi.setConfig({ testTimeout: 30_000 });

/** Answers which thread it ran in, after so many milliseconds. */
const CODE = `import { threadId } from 'node:worker_threads';
export const handler = async ({ wait }) => {
  await new Promise(resolve => setTimeout(resolve, wait));
  return threadId;
};`;

function pool(room: boolean) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'asset'));
  writeFileSync(join(folder, 'asset', 'index.mjs'), CODE);
  const resource = {
    stack: 'App',
    logicalId: 'Fn',
    type: 'AWS::Lambda::Function',
    name: 'fn',
    ref: 'fn',
    arn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:fn',
    attributes: {},
    properties: {
      Role: 'arn:aws:iam::000000000000:role/any',
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Code: { S3Key: 'asset.zip' },
      Timeout: 20,
    },
  };
  const resources = { ofType: () => [], asset: () => join(folder, 'asset') };
  const clock = virtualClock(0);
  const opened = new FunctionPool({
    config: functionConfig(resource, { resources, codeFolder: join(folder, 'code'), concurrency: 2 }),
    place: PLACE,
    credentials: { accessKeyId: 'a', secretAccessKey: 's' },
    awsUrl: 'http://aws',
    tableUrl: 'http://table',
    clock,
    time: openTimeSignal(clock, 0),
    logs: openLogSink({ folder: join(folder, 'logs'), log: silentLog, echo: false }),
    processors: { count: 1, watch: () => undefined, forget: () => undefined, haveRoom: () => room },
  });
  onTestFinished(() => opened.stop());
  return async (wait: number) => {
    const outcome = await opened.call(JSON.stringify({ wait }));
    return outcome.ok ? JSON.parse(outcome.payload) : outcome.error;
  };
}

const threads = async (answers: readonly Promise<unknown>[]) => new Set(await Promise.all(answers)).size;

it('a function gets another thread when calls wait and a processor is free', async () => {
  const call = pool(true);
  await call(0);
  expect(await threads([call(400), call(400), call(400)])).toBe(2);
});

it('a function gets no other thread while all processors are busy and its calls end', async () => {
  const call = pool(false);
  await call(0);
  expect(await threads([call(100), call(100), call(100)])).toBe(1);
});

it('calls that wait for long without end do not hold up others, even when all processors are busy', async () => {
  const call = pool(false);
  await call(0);
  const hanging = call(15_000);
  const first = await Promise.race([hanging.then(() => 'the one that hangs'), call(0)]);
  expect(first).toEqual(expect.any(Number));
});
