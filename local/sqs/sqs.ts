import * as z from 'zod';
import type { HostClock } from '../host/clock.ts';
import type { Place } from '../host/place.ts';
import { MessageAttribute, md5, md5OfAttributes, type StoredMessage } from './message.ts';
import { MoveTasks } from './move-tasks.ts';
import type { Queue } from './queue.ts';
import type { Queues } from './queues.ts';
import * as errors from './sqs-error.ts';

/** Answers SQS's actions in its JSON protocol (`X-Amz-Target: AmazonSQS.Action`). */
export interface Sqs {
  handle(action: string, body: unknown): Promise<{ status: number; body: unknown; queryError?: string }>;
}

const OfQueue = z.looseObject({ QueueUrl: z.string() });
const Sent = z.looseObject({
  MessageBody: z.string(),
  DelaySeconds: z.int().min(0).max(900).optional(),
  MessageAttributes: z.record(z.string(), MessageAttribute).default({}),
  MessageSystemAttributes: z.looseObject({ AWSTraceHeader: MessageAttribute.optional() }).optional(),
});
const Received = z.looseObject({
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: z.int().min(0).max(43_200).optional(),
  WaitTimeSeconds: z.int().min(0).max(20).optional(),
  AttributeNames: z.array(z.string()).default([]),
  MessageSystemAttributeNames: z.array(z.string()).default([]),
  MessageAttributeNames: z.array(z.string()).default([]),
});
const Handled = z.looseObject({ ReceiptHandle: z.string() });
const Hidden = z.looseObject({ ReceiptHandle: z.string(), VisibilityTimeout: z.int().min(0).max(43_200) });
const Batch = z.looseObject({ Entries: z.array(z.looseObject({ Id: z.string() })) });

/** Opens the wire side of the queues. `queueUrl` says where a queue is found by clients. */
export function openSqs(deps: {
  queues: Queues;
  clock: HostClock;
  place: Place;
  queueUrl: (name: string) => string;
}): Sqs {
  const { queues, clock, place, queueUrl } = deps;
  const moves = new MoveTasks(queues, clock);
  const queueOf = (body: unknown) => {
    const queue = queues.find(OfQueue.parse(body).QueueUrl.split('/').at(-1) ?? '');
    if (!queue) throw errors.noSuchQueue();
    return queue;
  };

  const actions: Record<string, (body: unknown) => unknown> = {
    CreateQueue(body) {
      const { QueueName, Attributes } = z
        .looseObject({
          QueueName: z.string().regex(/^[\w-]{1,80}$/),
          Attributes: z.record(z.string(), z.string()).default({}),
        })
        .parse(body);
      const existing = queues.find(QueueName);
      if (existing) {
        const now = attributesOf(existing, ['All']);
        if (Object.entries(Attributes).some(([name, value]) => now[name] !== value))
          throw errors.queueNameExists();
      } else queues.create(QueueName, Attributes);
      return { QueueUrl: queueUrl(QueueName) };
    },
    DeleteQueue: body => void queues.remove(queueOf(body).settings.name),
    GetQueueUrl(body) {
      const { QueueName } = z.looseObject({ QueueName: z.string() }).parse(body);
      if (!queues.find(QueueName)) throw errors.noSuchQueue();
      return { QueueUrl: queueUrl(QueueName) };
    },
    ListQueues(body) {
      const { QueueNamePrefix = '' } = z.looseObject({ QueueNamePrefix: z.string().optional() }).parse(body);
      const names = queues.list().map(queue => queue.settings.name);
      return { QueueUrls: names.filter(name => name.startsWith(QueueNamePrefix)).map(queueUrl) };
    },
    GetQueueAttributes(body) {
      const { AttributeNames } = z
        .looseObject({ AttributeNames: z.array(z.string()).default([]) })
        .parse(body);
      return { Attributes: attributesOf(queueOf(body), AttributeNames) };
    },
    SendMessage: body => send(queueOf(body), Sent.parse(body)),
    SendMessageBatch: body => batch(body, Sent, (queue, entry) => send(queue, entry)),
    ReceiveMessage: body => receive(queueOf(body), Received.parse(body)),
    DeleteMessage: body => void queueOf(body).remove(idOf(Handled.parse(body).ReceiptHandle)),
    DeleteMessageBatch: body =>
      batch(body, Handled, (queue, { ReceiptHandle }) => void queue.remove(idOf(ReceiptHandle))),
    ChangeMessageVisibility: body => hide(queueOf(body), Hidden.parse(body)),
    ChangeMessageVisibilityBatch: body => batch(body, Hidden, hide),
    PurgeQueue: body => queueOf(body).purge(),
    StartMessageMoveTask: body => moves.start(body),
    ListMessageMoveTasks: body => moves.list(body),
    CancelMessageMoveTask: body => moves.cancel(body),
  };

  function batch<Entry extends z.ZodType>(
    body: unknown,
    schema: Entry,
    act: (queue: Queue, entry: z.output<Entry>) => unknown,
  ) {
    const queue = queueOf(body);
    const { Entries } = Batch.parse(body);
    if (Entries.length === 0) throw errors.emptyBatch();
    if (Entries.length > 10) throw errors.tooManyEntries(Entries.length);
    const ids = new Set<string>();
    for (const { Id } of Entries) {
      if (ids.has(Id)) throw errors.entriesNotDistinct(Id);
      ids.add(Id);
    }
    const outcome: { Successful: unknown[]; Failed: unknown[] } = { Successful: [], Failed: [] };
    for (const entry of Entries) {
      try {
        outcome.Successful.push({ Id: entry.Id, ...Object(act(queue, schema.parse(entry))) });
      } catch (thrown) {
        const known = errors.asSqsError(thrown);
        if (!known) throw thrown;
        outcome.Failed.push({ Id: entry.Id, SenderFault: true, Code: known.name, Message: known.message });
      }
    }
    return outcome;
  }

  async function receive(queue: Queue, asked: z.infer<typeof Received>) {
    const wait = asked.WaitTimeSeconds ?? queue.settings.waitSeconds;
    const take = () =>
      queue.receive({ max: asked.MaxNumberOfMessages, visibilitySeconds: asked.VisibilityTimeout });
    let messages = take();
    if (messages.length === 0 && wait > 0) {
      messages = await new Promise<StoredMessage[]>(resolve => {
        const end = (received: StoredMessage[]) => {
          stopListening();
          cancel();
          resolve(received);
        };
        const cancel = clock.at(clock.now() + wait * 1000, () => end([]));
        const stopListening = queue.onVisible(() => {
          const received = take();
          if (received.length > 0) end(received);
        });
      });
    }
    return messages.length === 0
      ? {}
      : { Messages: messages.map(message => wireMessage(message, asked, place)) };
  }

  return {
    async handle(action, body) {
      try {
        const act = actions[action];
        if (!act)
          throw new errors.SqsError(
            'InvalidAction',
            'InvalidAction',
            `The embedded host does not support ${action} of SQS.`,
          );
        return { status: 200, body: (await act(body)) ?? {} };
      } catch (thrown) {
        const error = errors.asSqsError(thrown);
        if (!error) throw thrown;
        return {
          status: 400,
          body: { __type: `com.amazonaws.sqs#${error.name}`, message: error.message },
          queryError: `${error.queryName};Sender`,
        };
      }
    },
  };
}

function send(
  queue: Queue,
  { MessageBody, DelaySeconds, MessageAttributes, MessageSystemAttributes }: z.infer<typeof Sent>,
) {
  const size = Buffer.byteLength(MessageBody);
  if (size === 0)
    throw new errors.SqsError(
      'MissingParameter',
      'MissingParameter',
      'The request must contain the parameter MessageBody.',
    );
  if (size > queue.settings.longestMessage) {
    throw errors.invalidParameter(
      `One or more parameters are invalid. Reason: Message must be shorter than ${queue.settings.longestMessage} bytes.`,
    );
  }
  const traceHeader = MessageSystemAttributes?.AWSTraceHeader?.StringValue;
  const { id } = queue.send({
    body: MessageBody,
    attributes: MessageAttributes,
    delaySeconds: DelaySeconds,
    traceHeader,
  });
  const attributesDigest = md5OfAttributes(MessageAttributes);
  return {
    MessageId: id,
    MD5OfMessageBody: md5(MessageBody),
    ...(attributesDigest && { MD5OfMessageAttributes: attributesDigest }),
  };
}

function hide(queue: Queue, { ReceiptHandle, VisibilityTimeout }: z.infer<typeof Hidden>): void {
  if (!queue.changeVisibility(idOf(ReceiptHandle), VisibilityTimeout)) throw errors.notInFlight();
}

/** A receipt handle holds the message id and which receipt it was. */
export function receiptHandle(message: StoredMessage): string {
  return Buffer.from(`${message.id} ${message.receiveCount}`).toString('base64');
}

function idOf(handle: string): string {
  const [, id] = /^([0-9a-f-]{36}) \d+$/.exec(Buffer.from(handle, 'base64').toString()) ?? [];
  if (id === undefined) throw errors.invalidHandle(handle);
  return id;
}

/** The attributes SQS keeps of a message, as text. */
export function systemAttributes(message: StoredMessage, place: Place): Record<string, string> {
  return {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAt),
    SenderId: place.accountId,
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
    ...(message.deadLetterSourceArn === undefined
      ? {}
      : { DeadLetterQueueSourceArn: message.deadLetterSourceArn }),
    ...(message.traceHeader === undefined ? {} : { AWSTraceHeader: message.traceHeader }),
  };
}

function wireMessage(message: StoredMessage, asked: z.infer<typeof Received>, place: Place) {
  const systemNames = [...asked.AttributeNames, ...asked.MessageSystemAttributeNames];
  const system = Object.entries(systemAttributes(message, place)).filter(
    ([name]) => systemNames.includes('All') || systemNames.includes(name),
  );
  const wanted = (name: string) =>
    asked.MessageAttributeNames.some(
      asking =>
        asking === 'All' ||
        asking === '.*' ||
        asking === name ||
        (asking.endsWith('.*') && name.startsWith(asking.slice(0, -1))),
    );
  const attributes = Object.fromEntries(Object.entries(message.attributes).filter(([name]) => wanted(name)));
  const attributesDigest = md5OfAttributes(attributes);
  return {
    MessageId: message.id,
    ReceiptHandle: receiptHandle(message),
    MD5OfBody: md5(message.body),
    Body: message.body,
    ...(system.length > 0 && { Attributes: Object.fromEntries(system) }),
    ...(attributesDigest && { MessageAttributes: attributes, MD5OfMessageAttributes: attributesDigest }),
  };
}

function attributesOf(queue: Queue, names: readonly string[]): Record<string, string> {
  const { settings } = queue;
  const counts = queue.counts();
  const all: Record<string, string> = {
    QueueArn: settings.arn,
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.hidden),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    VisibilityTimeout: String(settings.visibilityTimeout),
    DelaySeconds: String(settings.delaySeconds),
    MessageRetentionPeriod: String(settings.retentionSeconds),
    ReceiveMessageWaitTimeSeconds: String(settings.waitSeconds),
    MaximumMessageSize: String(settings.longestMessage),
    ...(settings.redrive && {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: settings.redrive.deadLetterArn,
        maxReceiveCount: settings.redrive.maxReceiveCount,
      }),
    }),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => names.includes('All') || names.includes(name)),
  );
}
