import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { virtualClock } from '../../../local/host/clock.ts';
import { silentLog } from '../../../local/host/log.ts';
import { PLACE } from '../../../local/host/place.ts';
import { queueSettings } from '../../../local/sqs/queue-settings.ts';
import { openQueues } from '../../../local/sqs/queues.ts';
import { Sqs } from '../../../local/sqs/sqs.ts';
import { temporaryFolder } from './support.ts';

const START = Date.parse('2026-01-05T00:00:00Z');
const arnOf = (name: string) => `arn:aws:sqs:${PLACE.region}:${PLACE.accountId}:${name}`;

function world(folder = join(temporaryFolder(), 'queues'), clock = virtualClock(START)) {
  const queues = openQueues({ folder, clock, log: silentLog, place: PLACE });
  queues.open(queueSettings('dead', arnOf('dead'), {}));
  queues.open(
    queueSettings('work', arnOf('work'), {
      VisibilityTimeout: 30,
      RedrivePolicy: { deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 2 },
    }),
  );
  const sqs = new Sqs({ queues, clock, place: PLACE, queueUrl: name => `http://host/${name}` });
  const call = async (action: string, body: object = {}, queue = 'work') =>
    (await sqs.handle(action, { QueueUrl: `http://host/${queue}`, ...body })).body;
  const received = async (queue = 'work', body: object = {}) => {
    const answer = await call(
      'ReceiveMessage',
      { MaxNumberOfMessages: 10, AttributeNames: ['All'], ...body },
      queue,
    );
    return Object(answer).Messages ?? [];
  };
  onTestFinished(() => queues.close());
  return { folder, clock, queues, call, received, sqs };
}

describe('a queue', () => {
  it('hides what was received until the visibility timeout is over, then gives it again with a higher count', async () => {
    const { clock, call, received } = world();
    await call('SendMessage', { MessageBody: 'xin chào' });
    const [first] = await received();
    expect(first).toMatchObject({
      Body: 'xin chào',
      Attributes: { ApproximateReceiveCount: '1', SentTimestamp: String(START) },
    });
    expect(await received()).toEqual([]);
    await clock.advanceTo(START + 30_000);
    expect(await received()).toMatchObject([
      { MessageId: first.MessageId, Attributes: { ApproximateReceiveCount: '2' } },
    ]);
  });

  it('moves a message that was received too often to the dead letters, with where it came from', async () => {
    const { clock, call, received } = world();
    await call('SendMessage', { MessageBody: 'poison' });
    for (const minute of [1, 2]) {
      expect(await received()).toHaveLength(1);
      await clock.advanceTo(START + minute * 60_000);
    }
    expect(await received()).toEqual([]);
    expect(await received('dead')).toMatchObject([
      { Body: 'poison', Attributes: { DeadLetterQueueSourceArn: arnOf('work') } },
    ]);
  });

  it('forgets what was deleted, and shows earlier what was told to', async () => {
    const { clock, call, received } = world();
    await call('SendMessageBatch', {
      Entries: [
        { Id: 'a', MessageBody: 'one' },
        { Id: 'b', MessageBody: 'two' },
      ],
    });
    const [one, two] = await received();
    await call('DeleteMessage', { ReceiptHandle: one.ReceiptHandle });
    await call('ChangeMessageVisibility', { ReceiptHandle: two.ReceiptHandle, VisibilityTimeout: 0 });
    expect(await received()).toMatchObject([{ Body: 'two' }]);
    await clock.advanceTo(START + 3_600_000);
    expect(await call('GetQueueAttributes', { AttributeNames: ['ApproximateNumberOfMessages'] })).toEqual({
      Attributes: { ApproximateNumberOfMessages: '1' },
    });
  });

  it('keeps a delayed message back', async () => {
    const { clock, call, received } = world();
    await call('SendMessage', { MessageBody: 'later', DelaySeconds: 10 });
    expect(await received()).toEqual([]);
    await clock.advanceTo(START + 10_000);
    expect(await received()).toMatchObject([{ Body: 'later' }]);
  });

  it('lets a long poll wait for a message, or for its end', async () => {
    const { clock, call, received } = world();
    const first = received('work', { WaitTimeSeconds: 20 });
    await clock.advanceTo(START + 5_000);
    await call('SendMessage', { MessageBody: 'now' });
    expect(await first).toMatchObject([{ Body: 'now' }]);
    const second = received('dead', { WaitTimeSeconds: 20 });
    await clock.advanceTo(START + 25_000);
    expect(await second).toEqual([]);
  });

  it('drops what nobody fetched within the retention period', async () => {
    const { clock, call, received } = world();
    await call('SendMessage', { MessageBody: 'old' });
    await clock.advanceTo(START + 4 * 86_400_000);
    expect(await received()).toEqual([]);
  });

  it('keeps what could not be fetched because the host was down, however long', async () => {
    const { folder, call } = world();
    await call('SendMessage', { MessageBody: 'over Tết' });
    const after = world(folder, virtualClock(START + 9 * 86_400_000));
    expect(await after.received()).toMatchObject([{ Body: 'over Tết' }]);
  });

  it('is the same after the host was killed: hidden, visible, counted, deleted', async () => {
    const { folder, clock, call, received } = world();
    await call('SendMessage', { MessageBody: 'done' });
    const [done] = await received();
    await call('DeleteMessage', { ReceiptHandle: done.ReceiptHandle });
    await call('SendMessage', { MessageBody: 'hidden' });
    await received();
    await call('SendMessage', {
      MessageBody: 'visible',
      MessageAttributes: { kind: { DataType: 'String', StringValue: 'x' } },
    });
    // No closing: a killed host closes nothing.
    const again = world(folder, clock);
    expect(await again.received('work', { MessageAttributeNames: ['All'] })).toMatchObject([
      { Body: 'visible', MessageAttributes: { kind: { StringValue: 'x' } } },
    ]);
    await clock.advanceTo(START + 30_000);
    expect(await again.received()).toMatchObject([
      { Body: 'hidden', Attributes: { ApproximateReceiveCount: '2' } },
      { Body: 'visible', Attributes: { ApproximateReceiveCount: '2' } },
    ]);
  });

  it('loses no message, no receipt and no deletion to the making smaller of its journal, whenever that comes', async () => {
    const { folder, clock, call, received, queues } = world();
    const MessageBody = 'x'.repeat(60_000);
    // Each kind of record is at some time the one at which the journal is full.
    for (let n = 0; n < 150; n++) await call('SendMessage', { MessageBody: `${n} ${MessageBody}` });
    const [hidden] = await received('work', { MaxNumberOfMessages: 1, VisibilityTimeout: 600 });
    const [deleted] = await received('work', { MaxNumberOfMessages: 1 });
    await call('DeleteMessage', { ReceiptHandle: deleted.ReceiptHandle });
    const before = queues.find('work')?.counts();
    expect(before).toEqual({ visible: 148, hidden: 1, delayed: 0 });
    queues.close();
    const again = world(folder, clock);
    expect(again.queues.find('work')?.counts()).toEqual(before);
    await clock.advanceTo(START + 600_000);
    expect(again.queues.find('work')?.counts()).toMatchObject({ visible: 149 });
    expect(hidden.Body).toMatch(/^0 /);
  });

  it('stays small on disk however many messages go through it', () => {
    const { folder, queues } = world();
    const queue = queues.find('work');
    for (let n = 0; n < 3000; n++) {
      queue?.send({ body: 'x'.repeat(1000) });
      for (const { id } of queue?.receive({ max: 1 }) ?? []) queue?.remove(id);
    }
    expect(queue?.counts()).toEqual({ visible: 0, hidden: 0, delayed: 0 });
    expect(statSync(join(folder, 'work.journal')).size).toBeLessThan(1_100_000);
  });

  it('answers in AWS’s errors', async () => {
    const { sqs, call } = world();
    expect(await sqs.handle('SendMessage', { QueueUrl: 'http://host/none', MessageBody: 'x' })).toMatchObject(
      {
        status: 400,
        body: { __type: 'com.amazonaws.sqs#QueueDoesNotExist' },
        queryError: 'AWS.SimpleQueueService.NonExistentQueue;Sender',
      },
    );
    expect(await call('DeleteMessage', { ReceiptHandle: 'nonsense' })).toMatchObject({
      __type: 'com.amazonaws.sqs#ReceiptHandleIsInvalid',
    });
    expect(await call('SendMessageBatch', { Entries: [] })).toMatchObject({
      __type: 'com.amazonaws.sqs#EmptyBatchRequest',
    });
    expect(
      await call('SendMessageBatch', {
        Entries: [
          { Id: 'a', MessageBody: 'x' },
          { Id: 'a', MessageBody: 'y' },
        ],
      }),
    ).toMatchObject({
      __type: 'com.amazonaws.sqs#BatchEntryIdsNotDistinct',
    });
    expect(await call('SendMessage', { MessageBody: 'x'.repeat(1_048_577) })).toMatchObject({
      __type: 'com.amazonaws.sqs#InvalidParameterValue',
    });
    expect(await call('TagQueue')).toMatchObject({ __type: 'com.amazonaws.sqs#InvalidAction' });
  });

  it('takes its dead letters back, all or so many a second', async () => {
    const { clock, call, received } = world();
    const kill = async (bodies: string[]) => {
      const Entries = bodies.map((MessageBody, n) => ({ Id: String(n), MessageBody }));
      await call('SendMessageBatch', { Entries });
      for (const _ of [1, 2]) {
        await received();
        await clock.advanceTo(clock.now() + 30_000);
      }
      expect(await received()).toEqual([]);
    };
    const SourceArn = arnOf('dead');
    const tasks = async () =>
      Object(await call('ListMessageMoveTasks', { SourceArn, MaxResults: 10 })).Results;

    await kill(['a', 'b']);
    await call('StartMessageMoveTask', { SourceArn });
    await clock.advanceTo(clock.now());
    expect(await received('dead')).toEqual([]);
    const back = await received();
    expect(back).toMatchObject([
      { Body: 'a', Attributes: { ApproximateReceiveCount: '1' } },
      { Body: 'b', Attributes: { ApproximateReceiveCount: '1' } },
    ]);
    for (const { ReceiptHandle } of back) await call('DeleteMessage', { ReceiptHandle });
    expect(await tasks()).toMatchObject([
      { Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 2, ApproximateNumberOfMessagesToMove: 2 },
    ]);

    await kill(['c', 'd', 'e']);
    await call('CreateQueue', { QueueName: 'looked-at' });
    const slow = Object(
      await call('StartMessageMoveTask', {
        SourceArn,
        DestinationArn: arnOf('looked-at'),
        MaxNumberOfMessagesPerSecond: 1,
      }),
    );
    await clock.advanceTo(clock.now() + 2_000);
    expect(await received('looked-at')).toHaveLength(2);
    expect(await tasks()).toMatchObject([
      { Status: 'RUNNING', TaskHandle: slow.TaskHandle },
      { Status: 'COMPLETED' },
    ]);
    expect(await call('CancelMessageMoveTask', { TaskHandle: slow.TaskHandle })).toEqual({
      ApproximateNumberOfMessagesMoved: 2,
    });
    await clock.advanceTo(clock.now() + 10_000);
    expect(await received('dead')).toHaveLength(1);
  });

  it('moves messages from no other queue than one of dead letters, and from there only where they came from', async () => {
    const { clock, call, received } = world();
    expect(await call('StartMessageMoveTask', { SourceArn: arnOf('work') })).toMatchObject({
      __type: 'com.amazonaws.sqs#InvalidParameterValue',
    });
    expect(await call('StartMessageMoveTask', { SourceArn: arnOf('none') })).toMatchObject({
      __type: 'com.amazonaws.sqs#ResourceNotFoundException',
    });
    await call('SendMessage', { MessageBody: 'sent here by hand' }, 'dead');
    await call('StartMessageMoveTask', { SourceArn: arnOf('dead') });
    await clock.advanceTo(clock.now());
    expect(await call('ListMessageMoveTasks', { SourceArn: arnOf('dead') })).toMatchObject({
      Results: [{ Status: 'FAILED', FailureReason: 'CouldNotDetermineMessageSource' }],
    });
    expect(await received('dead')).toMatchObject([{ Body: 'sent here by hand' }]);
  });

  it('made by a client is there after a restart, and gone when deleted', async () => {
    const { folder, clock, call } = world();
    await call('CreateQueue', { QueueName: 'mine', Attributes: { VisibilityTimeout: '7' } });
    await call('SendMessage', { MessageBody: 'kept' }, 'mine');
    const again = world(folder, clock);
    expect(await again.received('mine')).toMatchObject([{ Body: 'kept' }]);
    expect(await again.call('GetQueueAttributes', { AttributeNames: ['VisibilityTimeout'] }, 'mine')).toEqual(
      { Attributes: { VisibilityTimeout: '7' } },
    );
    await again.call('DeleteQueue', {}, 'mine');
    expect(await again.call('ListQueues')).toEqual({ QueueUrls: ['http://host/dead', 'http://host/work'] });
  });
});
