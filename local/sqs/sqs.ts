import * as z from 'zod';
import type { HostClock } from '../host/clock.ts';
import type { Place } from '../host/place.ts';
import { MessageAttribute, md5, md5OfAttributes, type StoredMessage } from './message.ts';
import { MoveTasks } from './move-tasks.ts';
import type { Queue } from './queue.ts';
import { queueAttributes } from './queue-attributes.ts';
import type { Queues } from './queues.ts';
import * as errors from './sqs-error.ts';
import { messageIdIn, Received, wireMessage } from './wire-message.ts';

const Created = z.looseObject({
  QueueName: z.string().regex(/^[\w-]{1,80}$/),
  Attributes: z.record(z.string(), z.string()).default({}),
});
const Named = z.looseObject({ QueueName: z.string() });
const Listed = z.looseObject({ QueueNamePrefix: z.string().default('') });
const OfQueue = z.looseObject({ QueueUrl: z.string() });
const AttributesAsked = z.looseObject({ AttributeNames: z.array(z.string()).default([]) });
const Sent = z.looseObject({
  MessageBody: z.string(),
  DelaySeconds: z.int().min(0).max(900).optional(),
  MessageAttributes: z.record(z.string(), MessageAttribute).default({}),
  MessageSystemAttributes: z.looseObject({ AWSTraceHeader: MessageAttribute.optional() }).optional(),
});
const Handled = z.looseObject({ ReceiptHandle: z.string() });
const Hidden = z.looseObject({ ReceiptHandle: z.string(), VisibilityTimeout: z.int().min(0).max(43_200) });
const Batch = z.looseObject({ Entries: z.array(z.looseObject({ Id: z.string() })) });
const LARGEST_BATCH = 10;

export interface SqsDeps {
  readonly queues: Queues;
  readonly clock: HostClock;
  readonly place: Place;
  /** Where clients find a queue. */
  readonly queueUrl: (name: string) => string;
}

export interface SqsAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly queryError?: string;
}

type Action = (body: unknown) => unknown;

/** Answers SQS's actions in its JSON protocol (`X-Amz-Target: AmazonSQS.Action`). */
export class Sqs {
  readonly #deps: SqsDeps;
  readonly #moves: MoveTasks;
  readonly #actions: Readonly<Record<string, Action>>;

  constructor(deps: SqsDeps) {
    this.#deps = deps;
    this.#moves = new MoveTasks(deps.queues, deps.clock);
    this.#actions = { ...this.#queueActions(), ...this.#messageActions(), ...this.#moveActions() };
  }

  async handle(action: string, body: unknown): Promise<SqsAnswer> {
    try {
      const act = this.#actions[action];
      if (!act) throw errors.unsupported(action);
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
  }

  #queueActions(): Record<string, Action> {
    const { queues, queueUrl } = this.#deps;
    return {
      CreateQueue: body => this.#create(Created.parse(body)),
      DeleteQueue: body => void queues.remove(this.#queueOf(body).settings.name),
      GetQueueUrl(body) {
        const { QueueName } = Named.parse(body);
        if (!queues.find(QueueName)) throw errors.noSuchQueue();
        return { QueueUrl: queueUrl(QueueName) };
      },
      ListQueues(body) {
        const { QueueNamePrefix } = Listed.parse(body);
        const names = queues.list().map(queue => queue.settings.name);
        return { QueueUrls: names.filter(name => name.startsWith(QueueNamePrefix)).map(queueUrl) };
      },
      GetQueueAttributes: body => ({
        Attributes: queueAttributes(this.#queueOf(body), AttributesAsked.parse(body).AttributeNames),
      }),
      PurgeQueue: body => this.#queueOf(body).purge(),
    };
  }

  #messageActions(): Record<string, Action> {
    return {
      SendMessage: body => send(this.#queueOf(body), Sent.parse(body)),
      SendMessageBatch: body => this.#batch(body, Sent, send),
      ReceiveMessage: body => this.#receive(this.#queueOf(body), Received.parse(body)),
      DeleteMessage: body => remove(this.#queueOf(body), Handled.parse(body)),
      DeleteMessageBatch: body => this.#batch(body, Handled, remove),
      ChangeMessageVisibility: body => hide(this.#queueOf(body), Hidden.parse(body)),
      ChangeMessageVisibilityBatch: body => this.#batch(body, Hidden, hide),
    };
  }

  #moveActions(): Record<string, Action> {
    return {
      StartMessageMoveTask: body => this.#moves.start(body),
      ListMessageMoveTasks: body => this.#moves.list(body),
      CancelMessageMoveTask: body => this.#moves.cancel(body),
    };
  }

  #queueOf(body: unknown): Queue {
    const queue = this.#deps.queues.find(OfQueue.parse(body).QueueUrl.split('/').at(-1) ?? '');
    if (!queue) throw errors.noSuchQueue();
    return queue;
  }

  #create({ QueueName, Attributes }: z.infer<typeof Created>) {
    const { queues, queueUrl } = this.#deps;
    const existing = queues.find(QueueName);
    if (existing) {
      const now = queueAttributes(existing, ['All']);
      if (Object.entries(Attributes).some(([name, value]) => now[name] !== value))
        throw errors.queueNameExists();
    } else queues.create(QueueName, Attributes);
    return { QueueUrl: queueUrl(QueueName) };
  }

  #batch<Entry extends z.ZodType>(
    body: unknown,
    schema: Entry,
    act: (queue: Queue, entry: z.output<Entry>) => unknown,
  ) {
    const queue = this.#queueOf(body);
    const { Entries } = Batch.parse(body);
    checkBatch(Entries.map(({ Id }) => Id));
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

  async #receive(queue: Queue, asked: Received) {
    const { MaxNumberOfMessages: max, VisibilityTimeout: visibilitySeconds } = asked;
    const wait = asked.WaitTimeSeconds ?? queue.settings.waitSeconds;
    const take = () => queue.receive({ max, visibilitySeconds });
    const now = take();
    const messages = now.length > 0 || wait === 0 ? now : await this.#waitFor(queue, wait, take);
    if (messages.length === 0) return {};
    return { Messages: messages.map(message => wireMessage(message, asked, this.#deps.place)) };
  }

  /** A long poll: ends with the first messages that can be taken, or with none after so many seconds. */
  #waitFor(queue: Queue, seconds: number, take: () => StoredMessage[]): Promise<StoredMessage[]> {
    const { clock } = this.#deps;
    return new Promise(resolve => {
      const end = (received: StoredMessage[]) => {
        stopListening();
        cancel();
        resolve(received);
      };
      const cancel = clock.at(clock.now() + seconds * 1000, () => end([]));
      const stopListening = queue.onVisible(() => {
        const received = take();
        if (received.length > 0) end(received);
      });
    });
  }
}

function checkBatch(ids: readonly string[]): void {
  if (ids.length === 0) throw errors.emptyBatch();
  if (ids.length > LARGEST_BATCH) throw errors.tooManyEntries(ids.length);
  const repeated = ids.find((id, index) => ids.indexOf(id) < index);
  if (repeated !== undefined) throw errors.entriesNotDistinct(repeated);
}

function send(queue: Queue, sent: z.infer<typeof Sent>) {
  const { MessageBody, DelaySeconds, MessageAttributes, MessageSystemAttributes } = sent;
  checkSize(MessageBody, queue.settings.longestMessage);
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

function checkSize(body: string, longest: number): void {
  const size = Buffer.byteLength(body);
  if (size === 0) throw errors.missingBody();
  if (size > longest)
    throw errors.invalidParameter(
      `One or more parameters are invalid. Reason: Message must be shorter than ${longest} bytes.`,
    );
}

function remove(queue: Queue, { ReceiptHandle }: z.infer<typeof Handled>): void {
  queue.remove(messageIdIn(ReceiptHandle));
}

function hide(queue: Queue, { ReceiptHandle, VisibilityTimeout }: z.infer<typeof Hidden>): void {
  if (!queue.changeVisibility(messageIdIn(ReceiptHandle), VisibilityTimeout)) throw errors.notInFlight();
}
