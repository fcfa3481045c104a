import { Worker } from 'node:worker_threads';
import type { FunctionConfig } from './function-config.ts';
import type { LogSink } from './log-sink.ts';
import type { Processors } from './processors.ts';
import type { RuntimeError, ThreadEvent, ThreadMessage, ThreadStart } from './thread-messages.ts';
import type { TimeSignal } from './time-signal.ts';

/** How one call ended: its answer as JSON, or the error that Lambda would report. */
export type CallOutcome =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly error: RuntimeError };

/** One thread that runs one event at a time of one function. */
export interface ExecutionEnvironment {
  /** Runs an event. Never rejects. After an outcome with `alive` false the environment is of no more use. */
  run(
    event: ThreadEvent,
    functionError: (message: string) => string,
  ): Promise<{ outcome: CallOutcome; alive: boolean }>;
  stop(): Promise<void>;
}

/** Lambda gives loading 10 s before it counts against the call; a busy machine is given more. */
const LOADING_LIMIT_MILLISECONDS = 60_000;
/** V8's own choice, 48, is what most of an idle thread's memory would be: a function's garbage is small and short-lived. */
const YOUNG_GENERATION_MEGABYTES = 12;

/**
 * Starts a thread and loads the function in it. The memory setting bounds the JavaScript heap alone. `onLost` is called once when the
 * thread ends while no event is running in it.
 */
export function openExecutionEnvironment(deps: {
  config: FunctionConfig;
  environment: Record<string, string>;
  logStreamName: string;
  time: TimeSignal;
  logs: LogSink;
  processors: Processors;
  onLost: () => void;
}): { readonly loaded: Promise<RuntimeError | undefined>; readonly environment: ExecutionEnvironment } {
  const { config, logs, processors } = deps;
  const workerData: ThreadStart = {
    handler: config.handler,
    taskRoot: config.taskRoot,
    functionName: config.name,
    invokedFunctionArn: config.arn,
    memorySize: config.memorySize,
    logGroupName: config.logGroupName,
    logStreamName: deps.logStreamName,
    logFormat: config.logFormat,
    time: deps.time,
  };
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData,
    env: deps.environment,
    execArgv: [],
    argv: [],
    stdout: true,
    stderr: true,
    name: config.name,
    resourceLimits: {
      maxOldGenerationSizeMb: config.memorySize,
      maxYoungGenerationSizeMb: YOUNG_GENERATION_MEGABYTES,
    },
  });
  processors.watch(worker);
  logs.follow(config.name, worker.stdout);
  logs.follow(config.name, worker.stderr);

  let settle: ((message: ThreadMessage) => void) | undefined;
  let outOfMemory = false;
  let lost = false;
  worker.on('message', (message: ThreadMessage) => {
    if (settle) settle(message);
    else if (message.kind === 'failed' && message.fatal) void worker.terminate();
  });
  worker.on('error', thrown => {
    outOfMemory = 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY';
  });
  worker.on('exit', status => {
    processors.forget(worker);
    lost = true;
    if (settle)
      settle({ kind: 'failed', requestId: undefined, error: exitError(status, outOfMemory), fatal: true });
    else deps.onLost();
  });

  /** Waits for the next message that `take` accepts, for a limited time. */
  const next = <Outcome>(
    limit: number,
    take: (message: ThreadMessage) => Outcome | undefined,
    late: () => Outcome,
  ) =>
    new Promise<Outcome>(resolve => {
      const end = (outcome: Outcome) => {
        clearTimeout(timer);
        settle = undefined;
        resolve(outcome);
      };
      const timer = setTimeout(() => end(late()), limit);
      settle = message => {
        const outcome = take(message);
        if (outcome !== undefined) end(outcome);
      };
      if (lost) end(late());
    });

  const loaded = next<{ error?: RuntimeError }>(
    LOADING_LIMIT_MILLISECONDS,
    message => (message.kind === 'failed' ? { error: message.error } : {}),
    () => ({ error: { errorType: 'Sandbox.Timedout', errorMessage: `Error: Task timed out while loading` } }),
  ).then(({ error }) => error);

  return {
    loaded,
    environment: {
      run: (event, functionError) => {
        const ended = next<{ outcome: CallOutcome; alive: boolean }>(
          event.remainingMilliseconds,
          message => {
            if (message.kind === 'answered') {
              return message.requestId === event.requestId
                ? { outcome: { ok: true, payload: message.payload }, alive: true }
                : undefined;
            }
            if (message.kind !== 'failed') return undefined;
            const error =
              message.requestId === undefined
                ? { ...message.error, errorMessage: functionError(message.error.errorMessage) }
                : message.error;
            return { outcome: { ok: false, error }, alive: !message.fatal };
          },
          () => ({ outcome: { ok: false, error: timedOut(config.timeout, functionError) }, alive: false }),
        );
        worker.postMessage(event);
        return ended;
      },
      async stop() {
        lost = true;
        const error = { errorType: 'ServiceException', errorMessage: 'The host is stopping.' };
        settle?.({ kind: 'failed', requestId: undefined, error, fatal: true });
        settle = undefined;
        await worker.terminate();
      },
    },
  };
}

function timedOut(seconds: number, functionError: (message: string) => string): RuntimeError {
  return {
    errorType: 'Sandbox.Timedout',
    errorMessage: functionError(`Task timed out after ${seconds.toFixed(2)} seconds`),
  };
}

function exitError(status: number, outOfMemory: boolean): RuntimeError {
  if (outOfMemory)
    return { errorType: 'Runtime.OutOfMemory', errorMessage: 'Runtime exited with error: signal: killed' };
  const how =
    status === 0
      ? 'Runtime exited without providing a reason'
      : `Runtime exited with error: exit status ${status}`;
  return { errorType: 'Runtime.ExitError', errorMessage: how };
}
