import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import {
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bootHost, type RunningHost } from '../../../local/host/boot.ts';
import { silentLog } from '../../../local/host/log.ts';
import { signedHeaders, type Unsigned } from '../../../local/iam/sign-request.ts';
import { synthesizeHostApp } from '../../fixtures/host-app/app.ts';
import { eventually } from './support.ts';

// Threads load, time limits run out: on a busy machine that takes longer than a test of arithmetic.
vi.setConfig({ testTimeout: 30_000 });

const TABLE = 'FixtureStateful-TableCD117FA1';
const folder = mkdtempSync(join(tmpdir(), 'host-boot-'));
const dataFolder = join(folder, 'data');
let assemblyFolder: string;
let host: RunningHost;

const boot = () => bootHost({ assemblyFolder, dataFolder, port: 0, log: silentLog, concurrency: 3 });
const named = (type: string, part: string) =>
  host.resources.ofType(type).find(({ logicalId }) => logicalId.startsWith(part))?.name ?? '';
/** Asks the AWS port for a service, signed with the host's own key. */
const ask = (service: string, request: Partial<Unsigned>) => {
  const unsigned = { url: host.awsUrl, body: '', ...request };
  const headers = signedHeaders(unsigned, service, host.credentials);
  return fetch(unsigned.url, { method: 'POST', headers, body: unsigned.body });
};
const options = () => ({ region: 'ap-southeast-1', endpoint: host.awsUrl, credentials: host.credentials });
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${host.apiUrl}${path}`, { headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
};
const item = async (pk: string, sk: string) => {
  const { Item } = await new DynamoDBClient(options()).send(
    new GetItemCommand({ TableName: TABLE, Key: { pk: { S: pk }, sk: { S: sk } } }),
  );
  return Item;
};
const queueUrl = (part: string) => `${host.awsUrl}/000000000000/${named('AWS::SQS::Queue', part)}`;
const receive = async (part: string) => {
  const { Messages } = await new SQSClient(options()).send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl(part),
      MaxNumberOfMessages: 1,
      VisibilityTimeout: 3600,
      MessageAttributeNames: ['All'],
    }),
  );
  return Messages?.[0];
};

beforeAll(async () => {
  assemblyFolder = synthesizeHostApp(join(folder, 'cdk.out'));
  host = await boot();
}, 60_000);
afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the HTTP API', () => {
  it('gives a function the event of payload format 2.0', async () => {
    const response = await fetch(`${host.apiUrl}/open/echo/Gi%E1%BA%A5y%20A?a=1&b=&a=2`, {
      method: 'POST',
      body: '{"x":1}',
      headers: { 'content-type': 'application/json', 'X-Two': 'Y', cookie: 'c=1; d=2' },
    });
    expect(await response.json()).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /open/{proxy+}',
      rawPath: '/open/echo/Giấy A',
      rawQueryString: 'a=1&b=&a=2',
      queryStringParameters: { a: '1,2', b: '' },
      pathParameters: { proxy: 'echo/Giấy A' },
      cookies: ['c=1', 'd=2'],
      headers: { 'x-two': 'Y', 'content-type': 'application/json', 'x-forwarded-proto': 'http' },
      body: '{"x":1}',
      isBase64Encoded: false,
      requestContext: {
        stage: '$default',
        accountId: '000000000000',
        http: { method: 'POST', path: '/open/echo/Giấy A', sourceIp: '127.0.0.1' },
      },
    });
  });

  it('says how many milliseconds each answer took it, its own refusals too', async () => {
    for (const path of ['/open/cookies', '/nowhere']) {
      const { headers } = await get(path);
      expect(headers.get('server-timing')).toMatch(/^total;dur=\d+\.\d$/);
    }
  });

  it('hands on status, headers, cookies and bytes', async () => {
    const { status, headers, text } = await get('/open/cookies');
    expect({ status, text, cookies: headers.getSetCookie() }).toEqual({
      status: 201,
      text: 'bytes',
      cookies: ['a=1; Path=/', 'b=2'],
    });
  });

  it.each(['throws', 'exits', 'kills', 'rejects', 'nonsense', 'circular', 'hangs', 'spins'])(
    'answers 500 for a function that %s, and serves on',
    async act => {
      expect(await get(`/open/${act}`)).toMatchObject({
        status: 500,
        text: '{"message":"Internal Server Error"}',
      });
      expect(await get('/open/plain')).toMatchObject({ status: 200, text: '{"hello":"world"}' });
    },
  );

  it('asks the authorizer once for the same identity, and not at all without one', async () => {
    expect(await get('/items/7')).toMatchObject({ status: 401, text: '{"message":"Unauthorized"}' });
    expect(await get('/items/7', { authorization: 'throw' })).toMatchObject({ status: 401 });
    expect(await get('/items/7', { authorization: 'no' })).toMatchObject({
      status: 403,
      text: '{"message":"Forbidden"}',
    });
    expect(await get('/items/7', { authorization: 'break' })).toMatchObject({ status: 500 });
    const put = await fetch(`${host.apiUrl}/items/7`, {
      method: 'PUT',
      body: 'seven',
      headers: { authorization: 'An', 'content-type': 'text/plain' },
    });
    expect(put.status).toBe(201);
    expect((await get('/items/7', { authorization: 'An' })).json()).toEqual({ text: 'seven', by: 'An' });
  });

  it('prefers the fixed route, and answers what it does not know', async () => {
    expect(await get('/items/special')).toMatchObject({ status: 404, text: 'no such item' });
    expect(await get('/elsewhere')).toMatchObject({ status: 404, text: '{"message":"Not Found"}' });
    expect(await get('/open/%E0%A4%A')).toMatchObject({ status: 404 });
  });

  it('refuses what is larger than 10 MB', async () => {
    const response = await fetch(`${host.apiUrl}/open/echo`, {
      method: 'POST',
      body: Buffer.alloc(10 * 1024 * 1024 + 1),
    });
    expect({ status: response.status, text: await response.text() }).toEqual({
      status: 413,
      text: '{"message":"Request Entity Too Large"}',
    });
  });

  it('answers no page of another origin, and no other name', async () => {
    const foreign = await fetch(`${host.apiUrl}/dev/tokens`, { headers: { origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
    const target = { 'x-amz-target': 'AWSStepFunctions.ListStateMachines', origin: 'https://evil.example' };
    expect((await fetch(host.awsUrl, { method: 'POST', headers: target, body: '{}' })).status).toBe(403);
  });

  it('makes development tokens', async () => {
    const response = await fetch(`${host.apiUrl}/dev/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"kind":"citizen","id":"1"}',
    });
    expect(await response.json()).toMatchObject({
      tokenType: 'Bearer',
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
  });
});

describe('a function', () => {
  it('sees the environment AWS gives it and nothing of the host’s', async () => {
    const { env, context, zone } = (await get('/open/environment')).json();
    const name = named('AWS::Lambda::Function', 'Api');
    expect(env).toMatchObject({
      AWS_REGION: 'ap-southeast-1',
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      _HANDLER: 'api/index.handler',
      TZ: ':UTC',
      WHERE: 'ap-southeast-1/000000000000',
      TABLE_NAME: TABLE,
      AWS_ENDPOINT_URL: host.awsUrl,
      AWS_ENDPOINT_URL_DYNAMODB: host.awsUrl,
    });
    for (const name of ['HOME', 'NODE_ENV', 'VITEST', 'npm_config_cache'])
      expect(env).not.toHaveProperty(name);
    expect(zone).toBe(0);
    expect(context).toMatchObject({
      functionName: name,
      memoryLimitInMB: '256',
      functionVersion: '$LATEST',
      invokedFunctionArn: `arn:aws:lambda:ap-southeast-1:000000000000:function:${name}`,
    });
    expect(context.remaining).toBeGreaterThan(0);
    expect(context.remaining).toBeLessThanOrEqual(4000);
  });

  it('does what its role allows and nothing else', async () => {
    const { got, ...refused } = (await get('/open/oversteps')).json();
    expect(got).toBe(200);
    const denied = (action: string, on: string) => ({
      __type: 'AccessDeniedException',
      message: expect.stringMatching(
        new RegExp(`^User: arn:aws:sts::.* is not authorized to perform: ${action} on resource: .*${on}$`),
      ),
    });
    expect(refused).toEqual({
      queue: denied('sqs:SendMessage', ':other'),
      states: denied('states:ListStateMachines', ''),
      otherTable: denied('dynamodb:GetItem', 'table/other'),
      deleteTable: denied('dynamodb:DeleteTable', TABLE),
    });
  });

  it('can be invoked over the wire, with Lambda’s errors', async () => {
    const invoke = async (name: string, payload: unknown, kind = 'RequestResponse') => {
      const response = await ask('lambda', {
        url: `${host.awsUrl}/2015-03-31/functions/${encodeURIComponent(name)}/invocations`,
        headers: { 'x-amz-invocation-type': kind },
        body: JSON.stringify(payload),
      });
      const text = await response.text();
      return {
        status: response.status,
        error: response.headers.get('x-amz-function-error'),
        body: text === '' ? undefined : JSON.parse(text),
      };
    };
    const act = (proxy: string) => ({ routeKey: 'x', pathParameters: { proxy } });
    const api = named('AWS::Lambda::Function', 'Api');
    expect(await invoke(api, act('plain'))).toEqual({ status: 200, error: null, body: { hello: 'world' } });
    expect(
      await invoke(`arn:aws:lambda:ap-southeast-1:000000000000:function:${api}:$LATEST`, act('plain')),
    ).toMatchObject({ status: 200 });
    expect(await invoke(api, act('throws'))).toMatchObject({
      status: 200,
      error: 'Unhandled',
      body: { errorType: 'TypeError', errorMessage: 'it broke', trace: expect.any(Array) },
    });
    expect(await invoke(api, act('exits'))).toMatchObject({
      body: {
        errorType: 'Runtime.ExitError',
        errorMessage: expect.stringMatching(
          /^RequestId: .* Error: Runtime exited with error: exit status 3$/,
        ),
      },
    });
    expect(await invoke(api, act('rejects'))).toMatchObject({
      body: { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: 'RangeError: nobody listens' },
    });
    expect(await invoke(api, act('hangs'))).toMatchObject({
      body: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(/ Error: Task timed out after 4\.00 seconds$/),
      },
    });
    expect(await invoke(api, act('hoards'))).toMatchObject({ body: { errorType: 'Runtime.OutOfMemory' } });
    expect(await invoke(api, act('circular'))).toMatchObject({ body: { errorType: 'Runtime.MarshalError' } });
    expect(await invoke('nobody', {})).toMatchObject({
      status: 404,
      body: { message: 'Function not found: nobody' },
    });
    expect(await invoke(api, act('plain'), 'Event')).toEqual({ status: 202, error: null, body: undefined });
  });

  it('leaves its lines in its log', async () => {
    await get('/open/log');
    const file = join(dataFolder, 'logs', `${named('AWS::Lambda::Function', 'Api')}.log`);
    const line = await eventually(() =>
      existsSync(file)
        ? readFileSync(file, 'utf8')
            .split('\n')
            .find(text => text.includes("a line { of: 'text' }"))
        : undefined,
    );
    expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z\t[0-9a-f-]{36}\tINFO\ta line/);
  });

  it('runs several events at one time, each in a thread of its own', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => get('/open/plain')));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
  });
});

describe('events', () => {
  it('from a queue reach the function in batches; what fails comes back and ends among the dead letters', async () => {
    const sqs = new SQSClient(options());
    const Entries = ['one', 'two', 'bad'].map((MessageBody, n) => ({ Id: String(n), MessageBody }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl('Work'), Entries }));
    expect(await eventually(() => item('message-one', 'consumed'))).toMatchObject({ times: { N: '1' } });
    expect(await eventually(() => item('message-two', 'consumed'))).toMatchObject({ times: { N: '1' } });
    await host.idle();
    expect(await item('message-bad', 'consumed')).toBeUndefined();
  });

  it('from a table’s stream reach the function', async () => {
    await fetch(`${host.apiUrl}/items/stream`, {
      method: 'PUT',
      body: 'x',
      headers: { authorization: 'An', 'content-type': 'text/plain' },
    });
    const copy = await eventually(() => item('copy-of-stream', 'INSERT'));
    expect(copy['from']?.S).toMatch(
      /^arn:aws:dynamodb:ap-southeast-1:000000000000:table\/FixtureStateful-Table.*\/stream\//,
    );
  });

  it('from a stream of keys reach the queue behind the function that wants some of them, once and in order', async () => {
    const table = new DynamoDBClient(options());
    for (const sk of ['HEAD', 'EVENT#1', 'EVENT#2', 'EVENT#1', 'EVENT#3']) {
      const Item = { pk: { S: 'dossier' }, sk: { S: sk }, name: { S: 'in no queue' } };
      await table.send(new PutItemCommand({ TableName: named('AWS::DynamoDB::Table', 'Ledger'), Item }));
    }
    const nudges = [];
    for (let n = 0; n < 3; n++) nudges.push((await eventually(() => receive('Nudges'))).Body);
    await host.idle();
    expect(nudges).toEqual(['dossier EVENT#1', 'dossier EVENT#2', 'dossier EVENT#3']);
    expect(await receive('Nudges')).toBeUndefined();
  });

  it('from a bucket and from an execution reach the queue of their rules', async () => {
    const s3 = new S3Client(options());
    const Bucket = named('AWS::S3::Bucket', 'Bucket');
    await s3.send(new PutObjectCommand({ Bucket, Key: 'Giấy.txt', Body: 'xin chào' }));
    const object = await s3.send(new GetObjectCommand({ Bucket, Key: 'Giấy.txt' }));
    expect(await object.Body?.transformToString()).toBe('xin chào');
    const message = await eventually(() => receive('Announcements'));
    expect(JSON.parse(message.Body ?? '')).toMatchObject({
      key: 'Giấy.txt',
      size: 9,
      sequencer: expect.any(String),
    });

    const sfn = new SFNClient(options());
    const machine = host.resources.ofType('AWS::StepFunctions::StateMachine')[0];
    const { executionArn } = await sfn.send(
      new StartExecutionCommand({ stateMachineArn: machine?.arn, name: 'n1', input: '{"a":1}' }),
    );
    const ended = await eventually(() => receive('Announcements'));
    expect(JSON.parse(ended.Body ?? '')).toMatchObject({
      source: 'aws.states',
      'detail-type': 'Step Functions Execution Status Change',
      detail: { executionArn, status: 'SUCCEEDED' },
    });
    const { output } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    expect(JSON.parse(output ?? '')).toMatchObject({ StatusCode: 200, Payload: { event: { a: 1 } } });
  });
});

describe('the AWS port', () => {
  it('answers nobody who does not sign rightly', async () => {
    const target = { 'x-amz-target': 'AWSStepFunctions.ListStateMachines' };
    const request = { url: host.awsUrl, headers: target, body: '{}' };
    const typed = async (headers: Record<string, string>, body = '{}') => {
      const response = await fetch(host.awsUrl, { method: 'POST', headers, body });
      return { status: response.status, ...JSON.parse(await response.text()) };
    };
    expect((await ask('states', request)).status).toBe(200);
    const refused = (__type: string) => ({ status: 403, __type });
    expect(await typed(target)).toMatchObject(refused('MissingAuthenticationToken'));
    const signed = signedHeaders(request, 'states', host.credentials);
    expect(await typed(signed, '{ }')).toMatchObject(refused('InvalidSignatureException'));
    const stranger = { accessKeyId: 'AKIA', secretAccessKey: 'x' };
    expect(await typed(signedHeaders(request, 'states', stranger))).toMatchObject(
      refused('UnrecognizedClientException'),
    );
    const guessed = { ...host.credentials, secretAccessKey: 'guess' };
    expect(await typed(signedHeaders(request, 'states', guessed))).toMatchObject(
      refused('InvalidSignatureException'),
    );
  });

  it('tells that it is well, and who is calling', async () => {
    expect(await (await fetch(`${host.awsUrl}/healthz`)).json()).toMatchObject({ status: 'ok' });
    const whoAmI = {
      url: host.awsUrl,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    };
    const sts = await ask('sts', whoAmI);
    expect(await sts.text()).toContain('<Account>000000000000</Account>');
    const unsigned = await fetch(host.awsUrl, { method: 'POST', ...whoAmI });
    expect(unsigned.status).toBe(403);
    expect(await unsigned.text()).toContain('<Code>MissingAuthenticationToken</Code>');
  });
  it('refuses what it does not support by name', async () => {
    const response = await ask('kms', { headers: { 'x-amz-target': 'TrentService.Encrypt' }, body: '{}' });
    expect(await response.json()).toMatchObject({
      message: 'The embedded host does not support Encrypt of KMS.',
    });
  });
  it('takes events', async () => {
    const Entries = [
      { Source: 'me', DetailType: 'x', Detail: '{}' },
      { Source: 'me', DetailType: 'x', Detail: '[' },
    ];
    const response = await ask('events', {
      headers: { 'x-amz-target': 'AWSEvents.PutEvents' },
      body: JSON.stringify({ Entries }),
    });
    expect(await response.json()).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{ EventId: expect.any(String) }, { ErrorCode: 'MalformedDetail' }],
    });
  });
});

describe('a restart', () => {
  it('is quick, and finds everything as it was', async () => {
    await new DynamoDBClient(options()).send(
      new PutItemCommand({ TableName: TABLE, Item: { pk: { S: 'kept' }, sk: { S: 'x' } } }),
    );
    await new SQSClient(options()).send(
      new SendMessageCommand({ QueueUrl: queueUrl('Announcements'), MessageBody: 'kept' }),
    );
    const stopping = performance.now();
    await host.stop();
    expect(performance.now() - stopping).toBeLessThan(2000);
    host = await boot();
    expect(await item('kept', 'x')).toBeDefined();
    expect(
      await eventually(async () => ((await receive('Announcements'))?.Body === 'kept' ? true : undefined)),
    ).toBe(true);
    const object = await new S3Client(options()).send(
      new GetObjectCommand({ Bucket: named('AWS::S3::Bucket', 'Bucket'), Key: 'Giấy.txt' }),
    );
    expect(await object.Body?.transformToString()).toBe('xin chào');
  });
});
