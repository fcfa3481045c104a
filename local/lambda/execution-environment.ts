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

/** Lambda gives loading 10 s before it counts against the call; a busy machine is given more. */
const LOADING_LIMIT_MILLISECONDS = 60_000;
/** V8's own choice, 48, is what most of an idle thread's memory would be: a function's garbage is small and short-lived. */
const YOUNG_GENERATION_MEGABYTES = 12;

export interface EnvironmentDeps {
  readonly config: FunctionConfig;
  readonly environment: Record<string, string>;
  readonly logStreamName: string;
  readonly time: TimeSignal;
  readonly logs: LogSink;
  readonly processors: Processors;
  /** Called once when the thread ends while no event is running in it. */
  readonly onLost: () => void;
}

interface Ended {
  readonly outcome: CallOutcome;
  /** Whether the environment is still of use. */
  readonly alive: boolean;
}

/** One thread that runs one event at a time of one function. The memory setting bounds the JavaScript heap alone. */
export class ExecutionEnvironment {
  /** Settles when the function is loaded, or with why it cannot be. */
  readonly loaded: Promise<RuntimeError | undefined>;
  readonly #config: FunctionConfig;
  readonly #worker: Worker;
  /** What takes the next message, while one is waited for. */
  #settle: ((message: ThreadMessage) => void) | undefined;
  #outOfMemory = false;
  #lost = false;

  /** Starts a thread and loads the function in it. */
  constructor(deps: EnvironmentDeps) {
    this.#config = deps.config;
    this.#worker = startThread(deps);
    this.#listen(deps);
    this.loaded = this.#next<{ error?: RuntimeError }>(
      LOADING_LIMIT_MILLISECONDS,
      message => (message.kind === 'failed' ? { error: message.error } : {}),
      () => ({
        error: { errorType: 'Sandbox.Timedout', errorMessage: 'Error: Task timed out while loading' },
      }),
    ).then(({ error }) => error);
  }

  /** Runs an event. Never rejects. `functionError` puts a message into Lambda's words. */
  run(event: ThreadEvent, functionError: (message: string) => string): Promise<Ended> {
    const late = timedOut(this.#config.timeout, functionError);
    const ended = this.#next<Ended>(
      event.remainingMilliseconds,
      message => endOf(message, event.requestId, functionError),
      () => ({ outcome: { ok: false, error: late }, alive: false }),
    );
    this.#worker.postMessage(event);
    return ended;
  }

  async stop(): Promise<void> {
    this.#lost = true;
    const error = { errorType: 'ServiceException', errorMessage: 'The host is stopping.' };
    this.#settle?.({ kind: 'failed', requestId: undefined, error, fatal: true });
    this.#settle = undefined;
    await this.#worker.terminate();
  }

  #listen({ processors, onLost }: EnvironmentDeps): void {
    this.#worker.on('message', (message: ThreadMessage) => {
      if (this.#settle) this.#settle(message);
      else if (message.kind === 'failed' && message.fatal) void this.#worker.terminate();
    });
    this.#worker.on('error', thrown => {
      this.#outOfMemory = 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY';
    });
    this.#worker.on('exit', status => {
      processors.forget(this.#worker);
      this.#lost = true;
      const error = exitError(status, this.#outOfMemory);
      if (this.#settle) this.#settle({ kind: 'failed', requestId: undefined, error, fatal: true });
      else onLost();
    });
  }

  /** Waits for the next message that `take` accepts, for a limited time. */
  #next<Outcome>(
    limit: number,
    take: (message: ThreadMessage) => Outcome | undefined,
    late: () => Outcome,
  ): Promise<Outcome> {
    return new Promise(resolve => {
      const end = (outcome: Outcome) => {
        clearTimeout(timer);
        this.#settle = undefined;
        resolve(outcome);
      };
      const timer = setTimeout(() => end(late()), limit);
      this.#settle = message => {
        const outcome = take(message);
        if (outcome !== undefined) end(outcome);
      };
      if (this.#lost) end(late());
    });
  }
}

function startThread(deps: EnvironmentDeps): Worker {
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
  return worker;
}

/** How a message ends the event; undefined when it is not about it. */
function endOf(
  message: ThreadMessage,
  requestId: string,
  functionError: (message: string) => string,
): Ended | undefined {
  if (message.kind === 'answered') {
    if (message.requestId !== requestId) return undefined;
    return { outcome: { ok: true, payload: message.payload }, alive: true };
  }
  if (message.kind !== 'failed') return undefined;
  const error =
    message.requestId === undefined
      ? { ...message.error, errorMessage: functionError(message.error.errorMessage) }
      : message.error;
  return { outcome: { ok: false, error }, alive: !message.fatal };
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
