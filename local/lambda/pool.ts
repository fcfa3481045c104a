import { randomUUID } from 'node:crypto';
import type { HostClock } from '../host/clock.ts';
import type { HostCredentials, Place } from '../host/place.ts';
import { functionEnvironment } from './environment.ts';
import { type CallOutcome, ExecutionEnvironment } from './execution-environment.ts';
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

export interface PoolDeps {
  readonly config: FunctionConfig;
  readonly place: Place;
  readonly credentials: HostCredentials;
  readonly awsUrl: string;
  readonly tableUrl: string;
  readonly clock: HostClock;
  readonly time: { readonly signal: TimeSignal; tune(): void };
  readonly logs: LogSink;
  readonly processors: Processors;
}

/**
 * The execution environments of one function: the first thread at the first call, one more whenever a call waits too long, up to the
 * function's concurrency.
 */
export class FunctionPool implements CalledFunction {
  readonly config: FunctionConfig;
  readonly #deps: PoolDeps;
  readonly #all = new Set<ExecutionEnvironment>();
  /** Most recently used last, so that those at the front fall idle. */
  readonly #idle: { environment: ExecutionEnvironment; since: number }[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #shrinking: NodeJS.Timeout;
  #growing: NodeJS.Timeout | undefined;
  #loading = 0;
  #running = 0;
  #stopped = false;
  /** When a call ended last. */
  #movedAt = 0;

  constructor(deps: PoolDeps) {
    this.config = deps.config;
    this.#deps = deps;
    this.#shrinking = setInterval(() => this.#shrink(), IDLE_MILLISECONDS / 3).unref();
  }

  call(event: string): Promise<CallOutcome & { readonly requestId: string }> {
    return new Promise(resolve => {
      const requestId = randomUUID();
      const end = (outcome: CallOutcome) => resolve({ ...outcome, requestId });
      const call = { event, requestId, since: performance.now(), end };
      const ready = this.#idle.pop();
      if (ready) void this.#run(ready.environment, call);
      else {
        this.#waiting.push(call);
        this.#grow();
      }
    });
  }

  /** Calls under way or waiting for a thread. */
  busy(): number {
    return this.#running + this.#waiting.length;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#shrinking);
    clearTimeout(this.#growing);
    const error = { errorType: 'ServiceException', errorMessage: 'The host is stopping.' };
    for (const call of this.#waiting.splice(0)) call.end({ ok: false, error });
    await Promise.all([...this.#all].map(environment => environment.stop()));
  }

  async #run(environment: ExecutionEnvironment, call: Waiting): Promise<void> {
    this.#deps.time.tune();
    this.#running++;
    const { requestId, event } = call;
    const remainingMilliseconds = this.config.timeout * 1000;
    const inRequest = (message: string) => `RequestId: ${requestId} Error: ${message}`;
    const { outcome, alive } = await environment.run({ requestId, event, remainingMilliseconds }, inRequest);
    this.#running--;
    this.#movedAt = performance.now();
    if (!alive) this.#drop(environment);
    else this.#give(environment);
    call.end(outcome);
    this.#grow();
  }

  #give(environment: ExecutionEnvironment): void {
    const next = this.#waiting.shift();
    if (next) void this.#run(environment, next);
    else this.#idle.push({ environment, since: performance.now() });
  }

  #drop(environment: ExecutionEnvironment): void {
    this.#all.delete(environment);
    const index = this.#idle.findIndex(entry => entry.environment === environment);
    if (index >= 0) this.#idle.splice(index, 1);
    void environment.stop();
  }

  #grow(): void {
    const [oldest] = this.#waiting;
    if (this.#stopped || this.#loading > 0 || this.#all.size >= this.config.concurrency || !oldest) return;
    if (this.#all.size === 0 || this.#demandsThread(oldest)) void this.#load();
    else
      this.#growing ??= setTimeout(() => {
        this.#growing = undefined;
        this.#grow();
      }, PATIENCE_MILLISECONDS);
  }

  #demandsThread(oldest: Waiting): boolean {
    const { processors } = this.#deps;
    const now = performance.now();
    if (now - oldest.since < PATIENCE_MILLISECONDS) return false;
    // Another program may have all the time there is: a busy function still gets its share of every processor.
    if (this.#all.size < processors.count || processors.haveRoom()) return true;
    return now - Math.max(this.#movedAt, oldest.since) > STUCK_MILLISECONDS;
  }

  async #load(): Promise<void> {
    this.#loading++;
    const environment = this.#openEnvironment();
    this.#all.add(environment);
    const error = await environment.loaded;
    this.#loading--;
    if (error) {
      this.#drop(environment);
      this.#waiting.shift()?.end({ ok: false, error });
    } else this.#give(environment);
    this.#grow();
  }

  #openEnvironment(): ExecutionEnvironment {
    const { clock, time, logs, processors } = this.#deps;
    const day = new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '/');
    const logStreamName = `${day}/[$LATEST]${randomUUID().replaceAll('-', '')}`;
    const opened: ExecutionEnvironment = new ExecutionEnvironment({
      config: this.config,
      logStreamName,
      environment: functionEnvironment({ ...this.#deps, logStreamName }),
      time: time.signal,
      logs,
      processors,
      onLost: () => this.#drop(opened),
    });
    return opened;
  }

  #shrink(): void {
    for (let [oldest] = this.#idle; oldest; [oldest] = this.#idle) {
      const limit = this.#all.size > 1 ? IDLE_MILLISECONDS : LAST_IDLE_MILLISECONDS;
      if (performance.now() - oldest.since < limit) return;
      this.#drop(oldest.environment);
    }
  }
}
