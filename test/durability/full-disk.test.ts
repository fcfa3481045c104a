import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import {
  BatchGetItemCommand,
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { freePorts } from '../end-to-end/host-process.ts';
import { temporaryFolder } from '../unit/host/support.ts';
import { limitedFiles, type SmallDisk, smallFileSystem } from './disks.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A bare host as a process: what it said, its exit code, and when it serves. */
function bareHost(data: string, port: number, command: readonly string[] = []) {
  const [program = '', ...parts] = [
    ...command,
    process.execPath,
    'start/main.ts',
    '--bare',
    '--data',
    data,
    '--port',
    String(port),
  ];
  const child: ChildProcess = spawn(program, parts, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ended = once(child, 'close').then(([code]: unknown[]) => code);
  const serves = new Promise<'serves'>(resolve => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', chunk => {
        said += String(chunk);
        if (said.includes('Ctrl-C stops.')) resolve('serves');
      });
    }
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    child,
    ended,
    said: () => said,
    started: () => Promise.race([serves, ended.then(code => `ended with ${code}: ${said}`)]),
    async stop() {
      child.kill('SIGINT');
      return ended;
    },
  };
}

const KINDS = ['item', 'object', 'message', 'execution'] as const;
type Acknowledged = Record<(typeof KINDS)[number], string[]>;

const PADDING = 'Một dòng để cho đầy đĩa. '.repeat(400);

/** Objects of many sizes, up to one that is larger than a file may become. */
const sizeOf = (id: string) => 1 + ((Number(id.split('-')[1]) * 7) % 150);

function clients(port: number) {
  const options = {
    region: 'ap-southeast-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  const queue = `${options.endpoint}/000000000000/filling`;
  const machine = 'arn:aws:states:ap-southeast-1:000000000000:stateMachine:filling';
  const table = new DynamoDBClient(options);
  const s3 = new S3Client(options);
  const sqs = new SQSClient(options);
  const sfn = new SFNClient(options);
  return {
    async setUp() {
      await table.send(
        new CreateTableCommand({
          TableName: 'filling',
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
          BillingMode: 'PAY_PER_REQUEST',
        }),
      );
      await s3.send(
        new CreateBucketCommand({
          Bucket: 'filling',
          CreateBucketConfiguration: { LocationConstraint: 'ap-southeast-1' },
        }),
      );
      await sqs.send(new CreateQueueCommand({ QueueName: 'filling' }));
      const definition = JSON.stringify({
        QueryLanguage: 'JSONata',
        StartAt: 'Hold',
        States: { Hold: { Type: 'Wait', Seconds: 100_000, End: true } },
      });
      await sfn.send(
        new CreateStateMachineCommand({
          name: 'filling',
          definition,
          roleArn: 'arn:aws:iam::000000000000:role/r',
        }),
      );
    },
    /** Each write by its kind; resolves when it is acknowledged. */
    writes: {
      item: (id: string) =>
        table.send(
          new PutItemCommand({ TableName: 'filling', Item: { id: { S: id }, text: { S: PADDING } } }),
        ),
      object: (id: string) =>
        s3.send(new PutObjectCommand({ Bucket: 'filling', Key: id, Body: PADDING.repeat(sizeOf(id)) })),
      message: (id: string) =>
        sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: `${id} ${PADDING}` })),
      execution: (id: string) =>
        sfn.send(
          new StartExecutionCommand({
            stateMachineArn: machine,
            name: id,
            input: JSON.stringify({ text: PADDING }),
          }),
        ),
    },
    /** Those of the acknowledged writes that are not there. */
    async missing(acknowledged: Acknowledged): Promise<string[]> {
      const gone: string[] = [];
      for (let at = 0; at < acknowledged.item.length; at += 50) {
        const ids = acknowledged.item.slice(at, at + 50);
        const { Responses } = await table.send(
          new BatchGetItemCommand({
            RequestItems: { filling: { Keys: ids.map(id => ({ id: { S: id } })) } },
          }),
        );
        const found = new Set(Responses?.['filling']?.map(({ id }) => id?.S));
        gone.push(...ids.filter(id => !found.has(id)));
      }
      for (const Key of acknowledged.object) {
        await s3.send(new HeadObjectCommand({ Bucket: 'filling', Key })).catch(() => gone.push(Key));
      }
      for (const name of acknowledged.execution) {
        const executionArn = `${machine.replace('stateMachine', 'execution')}:${name}`;
        await sfn.send(new DescribeExecutionCommand({ executionArn })).catch(() => gone.push(name));
      }
      const { Attributes } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: queue, AttributeNames: ['ApproximateNumberOfMessages'] }),
      );
      const messages = Number(Attributes?.['ApproximateNumberOfMessages']);
      if (messages < acknowledged.message.length)
        gone.push(`${acknowledged.message.length - messages} messages`);
      return gone;
    },
  };
}

const mayMount = smallFileSystem();
mayMount?.dispose();

/** Writes until the host ends; gives what was acknowledged. */
async function fillUp(port: number, kinds: readonly (typeof KINDS)[number][], ended: Promise<unknown>) {
  const { writes } = clients(port);
  const acknowledged: Acknowledged = { item: [], object: [], message: [], execution: [] };
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const fill = async (kind: (typeof KINDS)[number]) => {
    for (let n = 0; !over && n < 20_000; n++) {
      const id = `${kind}-${n}`;
      await writes[kind](id).then(
        () => acknowledged[kind].push(id),
        () => undefined,
      );
    }
  };
  await Promise.all(kinds.map(fill));
  return acknowledged;
}

describe.each([
  ['whose files may grow no more', limitedFiles],
  ['without room', smallFileSystem],
] as const)('a disk %s', (_, make) => {
  const unable = make === smallFileSystem && !mayMount;
  it.skipIf(unable).each([
    ['everything', KINDS],
    ['objects alone', ['object']],
  ] as const)(
    unable
      ? 'is not tried with %s, because this user may not mount a file system'
      : 'ends the host under %s with a sentence that says where; with room again, all that was acknowledged is there',
    async (_, kinds) => {
      const disk: SmallDisk | undefined = make();
      if (!disk) throw new Error('No file system of its own could be mounted.');
      onTestFinished(disk.dispose);
      const port = await freePorts();
      const host = bareHost(disk.folder, port, disk.command);
      expect(await host.started()).toBe('serves');
      const filling = clients(port);
      await filling.setUp();
      const acknowledged = await fillUp(port, kinds, host.ended);
      expect(await host.ended).toBe(1);
      const lastWords = host.said().trim().split('\n').at(-1);
      expect(lastWords).toMatch(/cannot be written|Cannot write|ended by itself/);
      expect(lastWords).toContain(disk.folder);
      disk.relieve();
      const again = bareHost(disk.folder, port, disk.command);
      expect(await again.started()).toBe('serves');
      for (const kind of kinds) expect(acknowledged[kind].length).toBeGreaterThan(0);
      expect(await filling.missing(acknowledged)).toEqual([]);
      await filling.writes.execution('with-room');
      expect(await again.stop()).toBe(0);
    },
  );
});

describe('a host started from outside', () => {
  it('ends with a sentence when its port is in use', async () => {
    const port = await freePorts();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const host = bareHost(temporaryFolder(), port);
    expect(await host.ended).toBe(1);
    expect(host.said().trim().split('\n')).toEqual([
      `Cổng ${port} trên 127.0.0.1 đang được chương trình khác dùng: hãy dừng chương trình đó, hoặc chọn cổng khác bằng --port.`,
      `Port ${port} on 127.0.0.1 is in use by another program: stop it, or choose another with --port.`,
    ]);
  });

  it('ends with a sentence when another host has the folder, which serves on', async () => {
    const folder = temporaryFolder();
    const port = await freePorts();
    const host = bareHost(folder, port);
    expect(await host.started()).toBe('serves');
    const second = bareHost(folder, await freePorts());
    expect(await second.ended).toBe(1);
    expect(second.said().trim()).toBe(
      `The data folder ${folder} is in use by the host with process id ${host.child.pid}: stop that one, or choose another folder with --data.`,
    );
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect(await host.stop()).toBe(0);
  });

  it('goes on behind a journal’s torn tail, and refuses a damaged journal by file and byte', async () => {
    const folder = temporaryFolder();
    const port = await freePorts();
    const filling = clients(port);
    const first = bareHost(folder, port);
    expect(await first.started()).toBe('serves');
    await filling.setUp();
    for (const id of ['a', 'b', 'c']) await filling.writes.execution(id);
    first.child.kill('SIGKILL');
    await first.ended;
    const executions = join(folder, 'executions');
    const name = readdirSync(executions).find(file => file.endsWith('.journal')) ?? '';
    const journal = join(executions, name);
    appendFileSync(journal, '000003e8 0badf00d {"kind":"turn","exec');
    const second = bareHost(folder, port);
    expect(await second.started()).toBe('serves');
    const acknowledged = { item: [], object: [], message: [], execution: ['a', 'b', 'c'] };
    expect(await filling.missing(acknowledged)).toEqual([]);
    expect(await second.stop()).toBe(0);

    const damaged = readFileSync(journal);
    const at = damaged.indexOf('\n') + 100;
    damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
    writeFileSync(journal, damaged);
    const third = bareHost(folder, port);
    expect(await third.ended).toBe(1);
    expect(third.said().trim()).toMatch(
      new RegExp(`The journal file ${journal} is damaged at byte \\d+: .*Nothing was changed`),
    );
    expect(readFileSync(journal).equals(damaged)).toBe(true);
  });
});
