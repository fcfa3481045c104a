import { join } from 'node:path';
import type { HostClock } from '../host/clock.ts';
import type { HostLog } from '../host/log.ts';
import type { StoredMessage } from '../sqs/message.ts';
import { type NewMessage, Queue } from '../sqs/queue.ts';
import type { CallOutcome } from './execution-environment.ts';
import type { FunctionPool } from './pool.ts';

/** What AWS keeps of a function's asynchronous calls: how often and how long to retry, and where failures go. */
export interface AsyncSettings {
  readonly retries: number;
  readonly oldestSeconds: number;
  /** ARN of the queue that gets a report of a call that failed for good. */
  readonly onFailureArn: string | undefined;
}

export interface CallLineDeps {
  readonly pool: FunctionPool;
  readonly settings: AsyncSettings;
  readonly folder: string;
  readonly clock: HostClock;
  readonly log: HostLog;
  readonly sendTo: (queueArn: string, message: NewMessage) => boolean;
  readonly onFault: (thrown: unknown) => void;
}

type Failure = Extract<CallOutcome, { ok: false }> & { readonly requestId: string };

const A_MINUTE = 60;

/** One function's calls that nobody waits for, in a durable queue of their own. */
export class CallLine {
  readonly #deps: CallLineDeps;
  readonly #queue: Queue;
  #running = 0;
  #closed = false;

  constructor(deps: CallLineDeps) {
    this.#deps = deps;
    this.#queue = openQueue(deps);
    this.#queue.onVisible(() => this.#drain());
    // Left over from the last run of the host.
    setImmediate(() => this.#drain());
  }

  add(event: string): void {
    this.#queue.send({ body: event });
  }

  /** Calls that are due now or under way. */
  busy(): number {
    return this.#running + this.#queue.visible();
  }

  close(): void {
    this.#closed = true;
    this.#queue.close();
  }

  #drain(): void {
    const { pool, onFault } = this.#deps;
    const max = pool.config.concurrency - this.#running;
    if (this.#closed || max <= 0) return;
    for (const message of this.#queue.receive({ max, held: true })) this.#run(message).catch(onFault);
  }

  async #run(message: StoredMessage): Promise<void> {
    const { pool, settings, clock } = this.#deps;
    this.#running++;
    const outcome = await pool.call(message.body);
    this.#running--;
    // Stopped meanwhile: the event is still in the journal and runs again at the next start.
    if (this.#closed) return;
    const young = clock.now() - message.sentAt < settings.oldestSeconds * 1000;
    if (!outcome.ok && young && message.receiveCount <= settings.retries)
      this.#queue.changeVisibility(message.id, A_MINUTE * message.receiveCount);
    else {
      if (!outcome.ok) this.#giveUp(message, outcome);
      this.#queue.remove(message.id);
    }
    this.#drain();
  }

  #giveUp(message: StoredMessage, failure: Failure): void {
    const { deadLetterArn } = this.#deps.pool.config;
    const { onFailureArn } = this.#deps.settings;
    if (deadLetterArn !== undefined)
      this.#send('dead-letter queue', deadLetterArn, deadLetter(message, failure));
    if (onFailureArn !== undefined)
      this.#send('failure destination', onFailureArn, {
        body: JSON.stringify(this.#report(message, failure)),
      });
  }

  #send(what: string, arn: string, message: NewMessage): void {
    const { pool, log, sendTo } = this.#deps;
    if (!sendTo(arn, message))
      log.warn(`The ${what} ${arn} of the function ${pool.config.name} does not exist.`);
  }

  #report(message: StoredMessage, failure: Failure) {
    const { pool, clock } = this.#deps;
    return {
      version: '1.0',
      timestamp: new Date(clock.now()).toISOString(),
      requestContext: {
        requestId: failure.requestId,
        functionArn: `${pool.config.arn}:$LATEST`,
        condition: 'RetriesExhausted',
        approximateInvokeCount: message.receiveCount,
      },
      requestPayload: JSON.parse(message.body),
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: failure.error,
    };
  }
}

function openQueue({ pool, folder, clock, log }: CallLineDeps): Queue {
  const { name } = pool.config;
  return new Queue({
    settings: {
      name,
      arn: `async:${name}`,
      visibilityTimeout: 0,
      delaySeconds: 0,
      retentionSeconds: Number.POSITIVE_INFINITY,
      waitSeconds: 0,
      longestMessage: 1_048_576,
      redrive: undefined,
    },
    path: join(folder, `${name}.journal`),
    clock,
    log,
    deadLetter: () => false,
  });
}

function deadLetter(message: StoredMessage, { requestId, error }: Failure): NewMessage {
  const text = (DataType: string, StringValue: string) => ({ DataType, StringValue });
  return {
    body: message.body,
    attributes: {
      RequestID: text('String', requestId),
      ErrorCode: text('Number', '200'),
      ErrorMessage: text('String', error.errorMessage.slice(0, 1024) || error.errorType),
    },
  };
}
