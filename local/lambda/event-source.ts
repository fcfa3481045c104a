import * as z from 'zod';
import type { Place } from '../host/place.ts';
import type { StoredMessage } from '../sqs/message.ts';
import { md5 } from '../sqs/message.ts';
import type { Queue } from '../sqs/queue.ts';
import { receiptHandle, systemAttributes } from '../sqs/sqs.ts';
import type { FunctionPool } from './pool.ts';

/** A queue whose messages are handed to a function. */
export interface QueueSource {
  /** Batches under way, and messages that could be handed over now. */
  busy(): number;
  close(): void;
}

const BatchAnswer = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullish();

/** Lambda starts with five batches at one time from a queue. */
const BATCHES_AT_ONE_TIME = 5;

/**
 * Hands a queue's messages to a function in batches, as AWS::Lambda::EventSourceMapping does. What the function fails on comes
 * back when its visibility timeout is over. While the function has them, messages stay hidden however fast the host's clock runs.
 */
export function openQueueSource(deps: {
  queue: Queue;
  pool: FunctionPool;
  place: Place;
  batchSize: number;
  reportsItemFailures: boolean;
  maximumConcurrency: number | undefined;
  onFault: (thrown: unknown) => void;
}): QueueSource {
  const { queue, pool, place, batchSize, reportsItemFailures } = deps;
  const limit = Math.min(deps.maximumConcurrency ?? BATCHES_AT_ONE_TIME, pool.config.concurrency);
  let running = 0;
  let closed = false;

  const run = async (messages: readonly StoredMessage[]) => {
    running++;
    const Records = messages.map(message => recordOf(message, queue.settings.arn, place));
    const outcome = await pool.call(JSON.stringify({ Records }));
    running--;
    if (closed) return;
    const failed = outcome.ok
      ? failures(outcome.payload, messages, reportsItemFailures)
      : new Set(messages.map(({ id }) => id));
    for (const { id } of messages) {
      if (failed.has(id)) queue.release(id);
      else queue.remove(id);
    }
    drain();
  };
  const drain = () => {
    while (!closed && running < limit) {
      const messages = queue.receive({ max: batchSize, held: true });
      if (messages.length === 0) return;
      run(messages).catch(deps.onFault);
    }
  };
  // A batch is gathered from what one turn of the event loop brings.
  let planned = false;
  const drainSoon = () => {
    if (planned) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      drain();
    });
  };
  const stopListening = queue.onVisible(drainSoon);
  drainSoon();
  return {
    busy: () => running + queue.counts().visible,
    close() {
      closed = true;
      stopListening();
    },
  };
}

/** Ids of the messages the function did not manage: all of them when its answer is not one that AWS understands. */
function failures(
  payload: string,
  messages: readonly StoredMessage[],
  reportsItemFailures: boolean,
): ReadonlySet<string> {
  if (!reportsItemFailures) return new Set();
  const all = new Set(messages.map(({ id }) => id));
  const answer = BatchAnswer.safeParse(JSON.parse(payload));
  if (!answer.success) return all;
  const named = (answer.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return named.every(id => all.has(id)) ? new Set(named) : all;
}

function recordOf(message: StoredMessage, arn: string, place: Place) {
  return {
    messageId: message.id,
    receiptHandle: receiptHandle(message),
    body: message.body,
    attributes: systemAttributes(message, place),
    messageAttributes: Object.fromEntries(
      Object.entries(message.attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
        name,
        {
          dataType: DataType,
          stringValue: StringValue,
          binaryValue: BinaryValue,
          stringListValues: [],
          binaryListValues: [],
        },
      ]),
    ),
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: arn,
    awsRegion: place.region,
  };
}
