import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { virtualClock } from '../../../local/host/clock.ts';
import { silentLog } from '../../../local/host/log.ts';
import { PLACE } from '../../../local/host/place.ts';
import { QueueSource } from '../../../local/lambda/queue-source.ts';
import { queueSettings } from '../../../local/sqs/queue-settings.ts';
import { openQueues } from '../../../local/sqs/queues.ts';
import { temporaryFolder } from './support.ts';

const START = Date.parse('2026-01-05T00:00:00Z');

interface Message {
  readonly body: string;
  readonly messageId: string;
}

/** A queue that feeds a function; `answer` says what a batch is answered with. */
function fed(options: object, answer: (messages: readonly Message[]) => unknown = () => null) {
  const clock = virtualClock(START);
  const queues = openQueues({
    folder: join(temporaryFolder(), 'queues'),
    clock,
    log: silentLog,
    place: PLACE,
  });
  queues.open(queueSettings('dead', 'dead', {}));
  const RedrivePolicy = { deadLetterTargetArn: 'dead', maxReceiveCount: 2 };
  const queue = queues.open(queueSettings('work', 'work', { VisibilityTimeout: 30, RedrivePolicy }));
  const batches: string[][] = [];
  const source = new QueueSource({
    queue,
    clock,
    place: PLACE,
    batchSize: 10,
    windowSeconds: 0,
    reportsItemFailures: true,
    maximumConcurrency: undefined,
    onFault: thrown => {
      throw thrown;
    },
    pool: {
      config: { name: 'worker', arn: 'worker', concurrency: 8 },
      async call(event) {
        const messages: Message[] = JSON.parse(event).Records;
        batches.push(messages.map(({ body }) => body));
        const payload = JSON.stringify(await answer(messages));
        return { ok: true, payload, requestId: 'r' };
      },
    },
    ...options,
  });
  onTestFinished(() => {
    source.close();
    queues.close();
  });
  const send = (...bodies: string[]) => {
    for (const body of bodies) queue.send({ body });
  };
  return { clock, queue, queues, batches, send, settle: () => clock.advanceTo(clock.now()), source };
}

it('has a batch wait for its window, or until it is full', async () => {
  const { clock, batches, send, settle, source } = fed({ windowSeconds: 5, batchSize: 3 });
  send('a');
  await settle();
  expect([batches, source.busy()]).toEqual([[], 0]);
  await clock.advanceTo(START + 4_000);
  send('b');
  await clock.advanceTo(START + 5_000);
  send('c', 'd', 'e', 'f');
  await settle();
  expect(batches).toEqual([
    ['a', 'b'],
    ['c', 'd', 'e'],
  ]);
  await clock.advanceTo(START + 10_000);
  expect(batches.at(-1)).toEqual(['f']);
});

it('hands over no more batches at one time than the function may have', async () => {
  let running = 0;
  let most = 0;
  const answer = async () => {
    most = Math.max(most, ++running);
    await new Promise(resolve => setImmediate(resolve));
    running--;
    return null;
  };
  const { batches, send, settle } = fed({ maximumConcurrency: 2, batchSize: 1 }, answer);
  send('a', 'b', 'c', 'd', 'e');
  for (let turns = 0; turns < 20; turns++) await settle();
  expect({ most, handed: batches.flat() }).toEqual({ most: 2, handed: ['a', 'b', 'c', 'd', 'e'] });
});

it('has what failed come back after its visibility timeout, and end among the dead letters', async () => {
  const answer = (messages: readonly Message[]) => ({
    batchItemFailures: messages
      .filter(({ body }) => body === 'bad')
      .map(({ messageId }) => ({ itemIdentifier: messageId })),
  });
  const { clock, batches, send, settle, queue, queues } = fed({}, answer);
  send('good', 'bad');
  await settle();
  expect(queue.counts()).toEqual({ visible: 0, hidden: 1, delayed: 0 });
  await clock.advanceTo(START + 30_000);
  expect(batches).toEqual([['good', 'bad'], ['bad']]);
  await clock.advanceTo(START + 60_000);
  expect(batches).toHaveLength(2);
  expect(queues.find('dead')?.receive({ max: 10 })).toMatchObject([
    { body: 'bad', deadLetterSourceArn: 'work' },
  ]);
});
