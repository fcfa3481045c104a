import { join } from 'node:path';
import * as z from 'zod';
import type { Resource } from '../assembly/load-resources.ts';
import type { HostClock } from '../host/clock.ts';
import { HostError } from '../host/host-error.ts';
import type { HostLog } from '../host/log.ts';
import type { StoredMessage } from '../sqs/message.ts';
import { type NewMessage, Queue } from '../sqs/queue.ts';
import type { CallOutcome } from './execution-environment.ts';
import { functionName } from './functions.ts';
import type { FunctionPool } from './pool.ts';

/** What AWS keeps of a function's asynchronous calls: how often and how long to retry, and where failures go. */
export interface AsyncSettings {
  readonly retries: number;
  readonly oldestSeconds: number;
  /** ARN of the queue that gets a report of a call that failed for good. */
  readonly onFailureArn: string | undefined;
}

/** Calls that nobody waits for. Each is on disk until it has succeeded or been given up. */
export interface AsyncCalls {
  /** Takes an event (JSON) for a function; false when there is no such function. */
  call(nameOrArn: string, event: string): boolean;
  /** Calls that are due now or under way. */
  busy(): number;
  close(): void;
}

const Destination = z.looseObject({ Destination: z.string() });
const InvokeConfig = z.looseObject({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.coerce.number().default(2),
  MaximumEventAgeInSeconds: z.coerce.number().default(21_600),
  DestinationConfig: z
    .looseObject({
      OnFailure: Destination.optional(),
      OnSuccess: z.undefined({ error: 'destinations for success are not supported' }).optional(),
    })
    .optional(),
});
const DEFAULT: AsyncSettings = { retries: 2, oldestSeconds: 21_600, onFailureArn: undefined };

/** The settings in the template's AWS::Lambda::EventInvokeConfig resources, by function name. */
export function asyncSettings(resources: readonly Resource[]): ReadonlyMap<string, AsyncSettings> {
  return new Map(
    resources.map(({ logicalId, properties }) => {
      const parsed = InvokeConfig.safeParse(properties);
      if (!parsed.success)
        throw new HostError(
          `The embedded host cannot follow ${logicalId}: ${z.prettifyError(parsed.error)}.`,
        );
      const { FunctionName, MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig } = parsed.data;
      const onFailureArn = DestinationConfig?.OnFailure?.Destination;
      return [
        functionName(FunctionName),
        { retries: MaximumRetryAttempts, oldestSeconds: MaximumEventAgeInSeconds, onFailureArn },
      ];
    }),
  );
}

/** Opens one durable line of calls for every function. Retries come after one minute, then after two, in the host's time, as on AWS. */
export function openAsyncCalls(deps: {
  pools: readonly FunctionPool[];
  settings: ReadonlyMap<string, AsyncSettings>;
  folder: string;
  clock: HostClock;
  log: HostLog;
  sendTo: (queueArn: string, message: NewMessage) => boolean;
  onFault: (thrown: unknown) => void;
}): AsyncCalls {
  const lines = new Map(
    deps.pools.map(pool => [
      pool.config.name,
      openLine({ ...deps, pool, settings: deps.settings.get(pool.config.name) ?? DEFAULT }),
    ]),
  );
  return {
    call(nameOrArn, event) {
      const line = lines.get(functionName(nameOrArn));
      line?.queue.send({ body: event });
      return line !== undefined;
    },
    busy: () => [...lines.values()].reduce((sum, line) => sum + line.running() + line.queue.visible(), 0),
    close() {
      for (const line of lines.values()) line.close();
    },
  };
}

function openLine(deps: {
  pool: FunctionPool;
  settings: AsyncSettings;
  folder: string;
  clock: HostClock;
  log: HostLog;
  sendTo: (queueArn: string, message: NewMessage) => boolean;
  onFault: (thrown: unknown) => void;
}): { readonly queue: Queue; running(): number; close(): void } {
  const { pool, settings, clock, log, sendTo } = deps;
  const { name, concurrency, deadLetterArn } = pool.config;
  let running = 0;
  let closed = false;
  const queue = new Queue({
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
    path: join(deps.folder, `${name}.journal`),
    clock,
    log,
    deadLetter: () => false,
  });

  const giveUp = (message: StoredMessage, outcome: CallOutcome & { requestId: string }) => {
    if (outcome.ok) return;
    if (deadLetterArn !== undefined) {
      const attributes = {
        RequestID: { DataType: 'String', StringValue: outcome.requestId },
        ErrorCode: { DataType: 'Number', StringValue: '200' },
        ErrorMessage: {
          DataType: 'String',
          StringValue: outcome.error.errorMessage.slice(0, 1024) || outcome.error.errorType,
        },
      };
      if (!sendTo(deadLetterArn, { body: message.body, attributes }))
        log.warn(`The dead-letter queue ${deadLetterArn} of the function ${name} does not exist.`);
    }
    if (settings.onFailureArn !== undefined) {
      const report = {
        version: '1.0',
        timestamp: new Date(clock.now()).toISOString(),
        requestContext: {
          requestId: outcome.requestId,
          functionArn: `${pool.config.arn}:$LATEST`,
          condition: 'RetriesExhausted',
          approximateInvokeCount: message.receiveCount,
        },
        requestPayload: JSON.parse(message.body),
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        responsePayload: outcome.error,
      };
      if (!sendTo(settings.onFailureArn, { body: JSON.stringify(report) }))
        log.warn(`The failure destination ${settings.onFailureArn} of the function ${name} does not exist.`);
    }
  };

  const run = async (message: StoredMessage) => {
    running++;
    const outcome = await pool.call(message.body);
    running--;
    // Stopped meanwhile: the event is still in the journal and runs again at the next start.
    if (closed) return;
    const young = clock.now() - message.sentAt < settings.oldestSeconds * 1000;
    if (!outcome.ok && young && message.receiveCount <= settings.retries)
      queue.changeVisibility(message.id, 60 * message.receiveCount);
    else {
      giveUp(message, outcome);
      queue.remove(message.id);
    }
    drain();
  };
  const drain = () => {
    if (closed || running >= concurrency) return;
    for (const message of queue.receive({ max: concurrency - running, held: true }))
      run(message).catch(deps.onFault);
  };
  queue.onVisible(drain);
  // Left over from the last run of the host.
  setImmediate(drain);
  return {
    queue,
    running: () => running,
    close() {
      closed = true;
      queue.close();
    },
  };
}
