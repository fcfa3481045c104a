import { randomUUID } from 'node:crypto';
import type { HostClock } from '../host/clock.ts';
import type { HostCredentials, Place } from '../host/place.ts';
import { functionEnvironment } from './environment.ts';
import {
  type CallOutcome,
  type ExecutionEnvironment,
  openExecutionEnvironment,
} from './execution-environment.ts';
import type { FunctionConfig } from './function-config.ts';
import type { LogSink } from './log-sink.ts';
import type { Processors } from './processors.ts';
import type { TimeSignal } from './time-signal.ts';

/** A function, to those who only call it. */
export interface CalledFunction {
  readonly config: Pick<FunctionConfig, 'name' | 'arn' | 'concurrency'>;
  /** Runs one event, given and answered as JSON. Never rejects. */
  call(event: string): Promise<CallOutcome & { readonly requestId: string }>;
}

/** The execution environments of one function. */
export interface FunctionPool extends CalledFunction {
  readonly config: FunctionConfig;
  /** Calls under way or waiting for a thread. */
  busy(): number;
  stop(): Promise<void>;
}

/** Idle threads beyond the first are given up after this long, and the first one, as on AWS, after some minutes. */
const IDLE_MILLISECONDS = 30_000;
const LAST_IDLE_MILLISECONDS = 300_000;

interface Waiting {
  readonly event: string;
  readonly requestId: string;
  readonly since: number;
  readonly end: (outcome: CallOutcome) => void;
}

/** A call waits this long for a busy thread before another is loaded, when a processor is free for it. */
const PATIENCE_MILLISECONDS = 15;
/**
 * When none is, another thread would only take time from the others, and be slow itself until its code is compiled. The function gets
 * one all the same when no call of it has ended for this long: then its threads do not work, they wait.
 */
const STUCK_MILLISECONDS = 2_000;

/** Keeps a function's threads: the first at the first call, one more whenever a call waits too long, up to the function's concurrency. */
export function openPool(deps: {
  config: FunctionConfig;
  place: Place;
  credentials: HostCredentials;
  awsUrl: string;
  tableUrl: string;
  clock: HostClock;
  time: { readonly signal: TimeSignal; tune(): void };
  logs: LogSink;
  processors: Processors;
}): FunctionPool {
  const { config, clock, time, logs, processors } = deps;
  const all = new Set<ExecutionEnvironment>();
  /** Most recently used last, so that those at the front fall idle. */
  const idle: { environment: ExecutionEnvironment; since: number }[] = [];
  const waiting: Waiting[] = [];
  let loading = 0;
  let running = 0;
  let stopped = false;
  let growing: NodeJS.Timeout | undefined;
  let movedAt = 0;

  const give = (environment: ExecutionEnvironment) => {
    const next = waiting.shift();
    if (next) void run(environment, next);
    else idle.push({ environment, since: performance.now() });
  };

  const drop = (environment: ExecutionEnvironment) => {
    all.delete(environment);
    const index = idle.findIndex(entry => entry.environment === environment);
    if (index >= 0) idle.splice(index, 1);
    void environment.stop();
  };

  const demandsThread = (oldest: Waiting) => {
    const now = performance.now();
    if (now - oldest.since < PATIENCE_MILLISECONDS) return false;
    // Another program may have all the time there is: a busy function still gets its share of every processor.
    if (all.size < processors.count || processors.haveRoom()) return true;
    return now - Math.max(movedAt, oldest.since) > STUCK_MILLISECONDS;
  };

  const grow = () => {
    const [oldest] = waiting;
    if (stopped || loading > 0 || all.size >= config.concurrency || !oldest) return;
    if (all.size > 0 && !demandsThread(oldest)) {
      growing ??= setTimeout(() => {
        growing = undefined;
        grow();
      }, PATIENCE_MILLISECONDS);
      return;
    }
    loading++;
    const logStreamName = `${new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '/')}/[$LATEST]${randomUUID().replaceAll('-', '')}`;
    const { loaded, environment } = openExecutionEnvironment({
      config,
      logStreamName,
      environment: functionEnvironment({ ...deps, logStreamName }),
      time: time.signal,
      logs,
      processors,
      onLost: () => drop(environment),
    });
    all.add(environment);
    void loaded.then(error => {
      loading--;
      if (error) {
        drop(environment);
        waiting.shift()?.end({ ok: false, error });
      } else give(environment);
      grow();
    });
  };

  const run = async (environment: ExecutionEnvironment, call: Waiting) => {
    time.tune();
    running++;
    const remainingMilliseconds = config.timeout * 1000;
    const inRequest = (message: string) => `RequestId: ${call.requestId} Error: ${message}`;
    const { outcome, alive } = await environment.run(
      { requestId: call.requestId, event: call.event, remainingMilliseconds },
      inRequest,
    );
    running--;
    movedAt = performance.now();
    if (!alive) drop(environment);
    else give(environment);
    call.end(outcome);
    grow();
  };

  const shrinking = setInterval(() => {
    for (let oldest = idle[0]; oldest; oldest = idle[0]) {
      const limit = all.size > 1 ? IDLE_MILLISECONDS : LAST_IDLE_MILLISECONDS;
      if (performance.now() - oldest.since < limit) return;
      drop(oldest.environment);
    }
  }, IDLE_MILLISECONDS / 3).unref();

  return {
    config,
    call: event =>
      new Promise(resolve => {
        const requestId = randomUUID();
        const call: Waiting = {
          event,
          requestId,
          since: performance.now(),
          end: outcome => resolve({ ...outcome, requestId }),
        };
        const ready = idle.pop();
        if (ready) void run(ready.environment, call);
        else {
          waiting.push(call);
          grow();
        }
      }),
    busy: () => running + waiting.length,
    async stop() {
      stopped = true;
      clearInterval(shrinking);
      clearTimeout(growing);
      const error = { errorType: 'ServiceException', errorMessage: 'The host is stopping.' };
      for (const call of waiting.splice(0)) call.end({ ok: false, error });
      await Promise.all([...all].map(environment => environment.stop()));
    },
  };
}
