import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { bootHost } from '../../../local/host/boot.ts';
import { silentLog } from '../../../local/host/log.ts';
import { synthesizeHostApp } from '../../fixtures/host-app/app.ts';
import { eventually } from './support.ts';

const Urls = z.object({
  apiUrl: z.string(),
  awsUrl: z.string(),
  tableUrl: z.string(),
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
});

async function hostProcess(assemblyFolder: string, dataFolder: string) {
  const script = fileURLToPath(new URL('../../fixtures/host-app/serve.ts', import.meta.url));
  const child = spawn(process.execPath, [script, assemblyFolder, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', chunk => {
    said += chunk;
  });
  await eventually(() => (said.includes('\n') ? true : undefined));
  return { child, ...Urls.parse(JSON.parse(said)) };
}

it('a host that is killed under load loses no acknowledged message, call or item', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'host-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const assemblyFolder = synthesizeHostApp(join(folder, 'cdk.out'));
  const dataFolder = join(folder, 'data');
  const acknowledged: string[] = [];
  const written: string[] = [];

  for (const round of [1, 2, 3]) {
    const { child, apiUrl, awsUrl, tableUrl, credentials } = await hostProcess(assemblyFolder, dataFolder);
    const sqs = new SQSClient({
      region: 'ap-southeast-1',
      endpoint: awsUrl,
      credentials,
      maxAttempts: 1,
    });
    const QueueUrl = `${awsUrl}/000000000000/FixtureStateless-WorkBF636A8B`;
    const send = async (n: number) => {
      const name = `${round}-${n}`;
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: name }));
      acknowledged.push(name);
      const put = await fetch(`${apiUrl}/items/${name}`, {
        method: 'PUT',
        body: name,
        headers: { authorization: 'An', 'content-type': 'text/plain' },
      });
      if (put.status === 201) written.push(name);
    };
    const load = Promise.allSettled(Array.from({ length: 40 }, (_, n) => send(n)));
    await eventually(() => (acknowledged.length >= round * 12 ? true : undefined));
    child.kill('SIGKILL');
    await load;
    // The table server must not outlive its host.
    await eventually(() =>
      fetch(tableUrl).then(
        () => undefined,
        () => true,
      ),
    );
  }

  // The host's time runs fast from here: messages that were with the function come back after their visibility timeout of a minute.
  const host = await bootHost({ assemblyFolder, dataFolder, port: 0, speed: 60, log: silentLog });
  onTestFinished(() => host.stop());
  const table = new DynamoDBClient({
    region: 'ap-southeast-1',
    endpoint: host.awsUrl,
    credentials: host.credentials,
  });
  const missing = async (keys: readonly { pk: string; sk: string }[]) => {
    const found = new Set<string>();
    for (let from = 0; from < keys.length; from += 50) {
      const Keys = keys.slice(from, from + 50).map(({ pk, sk }) => ({ pk: { S: pk }, sk: { S: sk } }));
      const { Responses } = await table.send(
        new BatchGetItemCommand({ RequestItems: { 'FixtureStateful-TableCD117FA1': { Keys } } }),
      );
      for (const { pk } of Object.values(Responses ?? {}).flat()) found.add(pk?.S ?? '');
    }
    return keys.map(({ pk }) => pk).filter(pk => !found.has(pk));
  };
  expect(acknowledged.length).toBeGreaterThanOrEqual(36);
  expect(await missing(written.map(name => ({ pk: name, sk: 'item' })))).toEqual([]);
  const copied = written.map(name => ({ pk: `copy-of-${name}`, sk: 'INSERT' }));
  expect(
    await eventually(async () => ((await missing(copied)).length === 0 ? 'none is missing' : undefined)),
  ).toBe('none is missing');
  const consumed = acknowledged.map(name => ({ pk: `message-${name}`, sk: 'consumed' }));
  expect(
    await eventually(async () => ((await missing(consumed)).length === 0 ? 'none is missing' : undefined)),
  ).toBe('none is missing');
});
