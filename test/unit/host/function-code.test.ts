import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { virtualClock } from '../../../local/host/clock.ts';
import { silentLog } from '../../../local/host/log.ts';
import { PLACE } from '../../../local/host/place.ts';
import { functionConfig } from '../../../local/lambda/function-config.ts';
import { openLogSink } from '../../../local/lambda/log-sink.ts';
import { FunctionPool } from '../../../local/lambda/pool.ts';
import { openProcessors } from '../../../local/lambda/processors.ts';
import { openTimeSignal } from '../../../local/lambda/time-signal.ts';
import { temporaryFolder } from './support.ts';

vi.setConfig({ testTimeout: 30_000 });

/** Runs a function made of these files, or of inline code, and gives its answer or error. */
async function called(files: Record<string, string> | string, more: object = {}, event: unknown = {}) {
  const folder = temporaryFolder();
  const asset = join(folder, 'asset');
  mkdirSync(asset);
  if (typeof files === 'object')
    for (const [name, text] of Object.entries(files)) writeFileSync(join(asset, name), text);
  const Code = typeof files === 'string' ? { ZipFile: files } : { S3Key: 'asset.zip' };
  const arn = 'arn:aws:lambda:ap-southeast-1:000000000000:function:fn';
  const resource = {
    stack: 'App',
    logicalId: 'Fn',
    type: 'AWS::Lambda::Function',
    name: 'fn',
    ref: 'fn',
    arn,
    attributes: {},
    properties: {
      Role: 'arn:aws:iam::000000000000:role/any',
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Code,
      Timeout: 10,
      ...more,
    },
  };
  const resources = { ofType: () => [], asset: () => asset };
  const config = functionConfig(resource, { resources, codeFolder: join(folder, 'code'), concurrency: 2 });
  const clock = virtualClock(0);
  const logs = openLogSink({ folder: join(folder, 'logs'), log: silentLog, echo: false });
  const credentials = { accessKeyId: 'a', secretAccessKey: 's' };
  const pool = new FunctionPool({
    config,
    place: PLACE,
    credentials,
    awsUrl: 'http://aws',
    tableUrl: 'http://table',
    clock,
    time: openTimeSignal(clock, 0),
    logs,
    processors: openProcessors(),
  });
  onTestFinished(() => pool.stop());
  const outcome = await pool.call(JSON.stringify(event));
  return outcome.ok
    ? { answer: JSON.parse(outcome.payload) }
    : {
        type: outcome.error.errorType,
        message: outcome.error.errorMessage,
        trace: outcome.error.trace?.join('\n'),
      };
}

describe('the code of a function', () => {
  it('may be an ES module, a CommonJS module with or without the host’s package around it, or inline', async () => {
    expect(
      await called({ 'index.mjs': 'export const handler = async () => import.meta.url.slice(-9)' }),
    ).toEqual({ answer: 'index.mjs' });
    expect(await called({ 'index.cjs': 'exports.handler = async () => module.id.length > 0' })).toEqual({
      answer: true,
    });
    expect(await called({ 'index.js': 'exports.handler = async () => typeof require' })).toEqual({
      answer: 'function',
    });
    expect(await called('exports.handler = async event => event.n + 1', {}, { n: 1 })).toEqual({ answer: 2 });
  });

  it('is found by a handler in a folder and a path of names', async () => {
    expect(
      await called({ 'app.mjs': 'export const api = { get: () => "got" }' }, { Handler: 'app.api.get' }),
    ).toEqual({ answer: 'got' });
  });

  it.each([
    [
      'cannot be found',
      { 'other.mjs': '' },
      'Runtime.ImportModuleError',
      "Error: Cannot find module 'index'",
    ],
    [
      'has no such export',
      { 'index.mjs': 'export const other = 1' },
      'Runtime.HandlerNotFound',
      'index.handler is undefined or not exported',
    ],
    ['is not JavaScript', { 'index.mjs': 'export const = 1' }, 'Runtime.UserCodeSyntaxError', 'SyntaxError'],
    [
      'throws while loading',
      { 'index.mjs': 'throw new RangeError("no setting")' },
      'RangeError',
      'no setting',
    ],
    [
      'imports what is not there',
      { 'index.mjs': 'import "nothing-of-this-name"' },
      'Runtime.ImportModuleError',
      'nothing-of-this-name',
    ],
    [
      'calls back',
      { 'index.mjs': 'export const handler = (event, context, callback) => callback()' },
      'Runtime.CallbackHandlerDeprecated',
      'callback-based',
    ],
  ])('that %s is an error of its call', async (_, files, type, message) => {
    expect(await called(files)).toMatchObject({ type, message: expect.stringContaining(message) });
  });

  it('can ask for source maps', async () => {
    const map = Buffer.from(
      JSON.stringify({ version: 3, sources: ['handler.ts'], names: [], mappings: 'AAAA' }),
    ).toString('base64');
    const text = `export const handler = async () => { throw new Error('mapped'); };\n//# sourceMappingURL=data:application/json;base64,${map}`;
    const { trace } = await called(
      { 'index.mjs': text },
      { Environment: { Variables: { NODE_OPTIONS: '--enable-source-maps' } } },
    );
    expect(trace).toContain('handler.ts');
  });
});
