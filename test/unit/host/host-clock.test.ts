import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bootHost, type RunningHost } from '../../../local/host/boot.ts';
import { type VirtualClock, virtualClock } from '../../../local/host/clock.ts';
import { openHostTime } from '../../../local/host/host-time.ts';
import { silentLog } from '../../../local/host/log.ts';
import { signedHeaders } from '../../../local/iam/sign-request.ts';
import { synthesizeHostApp } from '../../fixtures/host-app/app.ts';
import { eventually, temporaryFolder } from './support.ts';

// Threads load, time limits run out: on a busy machine that takes longer than a test of arithmetic.
vi.setConfig({ testTimeout: 30_000 });

const START = Date.parse('2026-03-02T01:00:00Z');
const MINUTE = 60_000;
const TABLE = 'FixtureStateful-TableCD117FA1';
const folder = mkdtempSync(join(tmpdir(), 'host-clock-'));
let host: RunningHost;
let clock: VirtualClock;

const options = () => ({ region: 'ap-southeast-1', endpoint: host.awsUrl, credentials: host.credentials });
const named = (type: string, part: string) =>
  host.resources.ofType(type).find(({ logicalId }) => logicalId.startsWith(part))?.name ?? '';
const queueUrl = (part: string) => `${host.awsUrl}/000000000000/${named('AWS::SQS::Queue', part)}`;
const deadLetter = async () => {
  const { Messages } = await new SQSClient(options()).send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl('DeadLetters'),
      VisibilityTimeout: 3600,
      MessageAttributeNames: ['All'],
    }),
  );
  return Messages?.[0];
};

beforeAll(async () => {
  clock = virtualClock(START);
  const assemblyFolder = synthesizeHostApp(join(folder, 'cdk.out'));
  host = await bootHost({ assemblyFolder, dataFolder: join(folder, 'data'), port: 0, clock, log: silentLog });
}, 60_000);
afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a host under a clock moved by hand', () => {
  it('shows its functions and clients that time alone', async () => {
    const response = await fetch(`${host.apiUrl}/open/now`);
    expect(await response.json()).toEqual({
      now: START,
      made: START,
      copied: START,
      parsed: Date.parse('2026-01-01T00:00:00Z'),
    });
    expect(response.headers.get('date')).toBe('Mon, 02 Mar 2026 01:00:00 GMT');
    await clock.advanceTo(START + 5 * MINUTE);
    expect(await (await fetch(`${host.apiUrl}/open/now`)).json()).toMatchObject({ now: START + 5 * MINUTE });
  });

  it('gives a failed message back after its visibility timeout, and to the dead letters after the second time', async () => {
    await new SQSClient(options()).send(
      new SendMessageCommand({ QueueUrl: queueUrl('Work'), MessageBody: 'bad' }),
    );
    await host.idle();
    expect(await deadLetter()).toBeUndefined();
    await clock.advanceTo(clock.now() + MINUTE);
    await host.idle();
    await clock.advanceTo(clock.now() + MINUTE);
    expect(await eventually(deadLetter)).toMatchObject({ Body: 'bad' });
  });

  it('retries an asynchronous call after one and two minutes, then gives it to the dead letters', async () => {
    const url = `${host.awsUrl}/2015-03-31/functions/${named('AWS::Lambda::Function', 'Consumer')}/invocations`;
    const call = { url, headers: { 'x-amz-invocation-type': 'Event' }, body: '{"fail":true}' };
    await fetch(url, {
      method: 'POST',
      headers: signedHeaders(call, 'lambda', host.credentials),
      body: call.body,
    });
    await host.idle();
    await clock.advanceTo(clock.now() + MINUTE);
    await host.idle();
    expect(await deadLetter()).toBeUndefined();
    await clock.advanceTo(clock.now() + 2 * MINUTE);
    const letter = await eventually(deadLetter);
    expect(letter).toMatchObject({
      Body: '{"fail":true}',
      MessageAttributes: { ErrorMessage: { StringValue: 'asked to fail' } },
    });
  });

  it('calls a scheduled function when it is due, with the time it was due at', async () => {
    const due = START + 60 * MINUTE;
    await clock.advanceTo(due);
    await host.idle();
    const Key = { pk: { S: 'clock' }, sk: { S: new Date(due).toISOString().replace('.000Z', 'Z') } };
    const { Item } = await new DynamoDBClient(options()).send(new GetItemCommand({ TableName: TABLE, Key }));
    expect(Item).toMatchObject({ now: { N: String(due) } });
  });

  it('deletes items whose time has come, and no others', async () => {
    const table = new DynamoDBClient(options());
    const second = (minutes: number) => ({ N: String(Math.floor(clock.now() / 1000) + 60 * minutes) });
    const put = (pk: string, expiresAt?: { N: string } | { S: string }) =>
      table.send(
        new PutItemCommand({
          TableName: TABLE,
          Item: { pk: { S: pk }, sk: { S: 'expiry' }, ...(expiresAt && { expiresAt }) },
        }),
      );
    await Promise.all([
      put('soon', second(1)),
      put('late', second(1000)),
      put('never'),
      put('text', { S: '1' }),
    ]);
    const left = async () => {
      const { Items = [] } = await table.send(
        new ScanCommand({
          TableName: TABLE,
          FilterExpression: 'sk = :sk',
          ExpressionAttributeValues: { ':sk': { S: 'expiry' } },
        }),
      );
      return Items.map(({ pk }) => pk?.S).sort();
    };
    await eventually(async () => {
      await clock.advanceTo(clock.now() + MINUTE);
      return (await left()).length === 3 ? true : undefined;
    });
    expect(await left()).toEqual(['late', 'never', 'text']);
  });
});

describe('the host’s own time', () => {
  it('never runs back from one start to the next', async () => {
    const dataFolder = temporaryFolder();
    const fast = openHostTime({ dataFolder, speed: 1_000_000 });
    const reached = await eventually(() =>
      fast.clock.now() > Date.now() + 3_600_000 ? fast.clock.now() : undefined,
    );
    fast.stop();
    const slow = openHostTime({ dataFolder, speed: 1 });
    expect(slow.clock.now()).toBeGreaterThanOrEqual(reached);
    slow.stop();
  });
});
