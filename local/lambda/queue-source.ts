import * as z from 'zod';
import type { HostClock } from '../host/clock.ts';
import type { Place } from '../host/place.ts';
import type { StoredMessage } from '../sqs/message.ts';
import { md5 } from '../sqs/message.ts';
import type { Queue } from '../sqs/queue.ts';
import { receiptHandle, systemAttributes } from '../sqs/wire-message.ts';
import type { CalledFunction } from './pool.ts';

const BatchAnswer = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullish();

/** Lambda starts with five batches at one time from a queue. */
const BATCHES_AT_ONE_TIME = 5;

export interface QueueSourceDeps {
  readonly queue: Queue;
  readonly pool: CalledFunction;
  readonly place: Place;
  readonly clock: HostClock;
  readonly batchSize: number;
  /** So long is waited for a batch to fill, in the host's time. */
  readonly windowSeconds: number;
  readonly reportsItemFailures: boolean;
  readonly maximumConcurrency: number | undefined;
  readonly onFault: (thrown: unknown) => void;
}

/**
 * Hands a queue's messages to a function in batches, as AWS::Lambda::EventSourceMapping does. What the function fails on comes
 * back when its visibility timeout is over. While the function has them, messages stay hidden however fast the host's clock runs.
 */
export class QueueSource {
  readonly #deps: QueueSourceDeps;
  readonly #atOneTime: number;
  readonly #stopListening: () => void;
  #running = 0;
  #closed = false;
  #planned = false;
  /** What ends the wait for a batch to fill. */
  #cancelWindow: (() => void) | undefined;

  constructor(deps: QueueSourceDeps) {
    this.#deps = deps;
    const { maximumConcurrency = BATCHES_AT_ONE_TIME, pool, queue } = deps;
    this.#atOneTime = Math.min(maximumConcurrency, pool.config.concurrency);
    this.#stopListening = queue.onVisible(() => this.#drainSoon());
    this.#drainSoon();
  }

  /** Batches under way, and messages that could be handed over now. */
  busy(): number {
    return this.#running + (this.#cancelWindow ? 0 : this.#deps.queue.visible());
  }

  close(): void {
    this.#closed = true;
    this.#cancelWindow?.();
    this.#stopListening();
  }

  /** A batch is gathered from what one turn of the event loop brings. */
  #drainSoon(): void {
    if (this.#planned) return;
    this.#planned = true;
    setImmediate(() => {
      this.#planned = false;
      this.#drainOrWait();
    });
  }

  /** Hands over full batches at once, and a smaller one when its window is over. */
  #drainOrWait(): void {
    const { queue, windowSeconds, clock } = this.#deps;
    this.#drain(windowSeconds === 0);
    if (windowSeconds === 0 || this.#closed || this.#cancelWindow || queue.visible() === 0) return;
    this.#cancelWindow = clock.at(clock.now() + windowSeconds * 1000, () => {
      this.#cancelWindow = undefined;
      this.#drain(true);
    });
  }

  #drain(smallBatchesToo: boolean): void {
    const { queue, batchSize, onFault } = this.#deps;
    while (!this.#closed && this.#running < this.#atOneTime) {
      if (!smallBatchesToo && queue.visible() < batchSize) return;
      const messages = queue.receive({ max: batchSize, held: true });
      if (messages.length === 0) return;
      this.#run(messages).catch(onFault);
    }
  }

  async #run(messages: readonly StoredMessage[]): Promise<void> {
    const { queue, pool, place, reportsItemFailures } = this.#deps;
    this.#running++;
    const Records = messages.map(message => recordOf(message, queue.settings.arn, place));
    const outcome = await pool.call(JSON.stringify({ Records }));
    this.#running--;
    if (this.#closed) return;
    const failed = outcome.ok
      ? failures(outcome.payload, messages, reportsItemFailures)
      : new Set(messages.map(({ id }) => id));
    for (const { id } of messages) {
      if (failed.has(id)) queue.release(id);
      else queue.remove(id);
    }
    this.#drainOrWait();
  }
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
