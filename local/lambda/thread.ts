// The inside of a function's thread: plays Lambda's Node.js runtime for one execution environment.
import { parentPort, workerData } from 'node:worker_threads';
import { hostDate } from './host-date.ts';
import { type Handler, loadHandler } from './load-handler.ts';
import { installRuntimeConsole } from './runtime-console.ts';
import { runtimeError, unhandledRejection } from './runtime-error.ts';
import type { RuntimeError, ThreadEvent, ThreadMessage, ThreadStart } from './thread-messages.ts';
import { readTimeSignal } from './time-signal.ts';

// `workerData` has no type of its own; the host's side fills it as ThreadStart (pool.ts).
const start: ThreadStart = workerData;
const port = parentPort;
if (!port) throw new Error('thread.ts is only of use as a worker thread of the embedded host.');
const machineNow = Date.now.bind(Date);
globalThis.Date = hostDate(readTimeSignal(start.time, machineNow));
// Libraries make dates of a date's own constructor.
Date.prototype.constructor = globalThis.Date;

let current: string | undefined;
const say = (message: ThreadMessage) => port.postMessage(message);
const fail = (error: RuntimeError, fatal: boolean) => {
  console.error(
    fatal && current === undefined ? 'Uncaught Exception' : 'Invoke Error',
    JSON.stringify(error),
  );
  say({ kind: 'failed', requestId: current, error, fatal });
};

// What a function does to its process on AWS, it must not do to the host.
const exit = process.exit.bind(process);
const kill = process.kill.bind(process);
process.kill = (pid, signal) => (pid === process.pid && signal !== 0 ? exit(137) : kill(pid, signal));
process.cwd = () => start.taskRoot;
process.on('uncaughtException', thrown => fail(runtimeError(thrown), true));
process.on('unhandledRejection', reason => fail(unhandledRejection(reason), true));
installRuntimeConsole({ logFormat: start.logFormat, requestId: () => current });

function contextOf(event: ThreadEvent) {
  const deadline = performance.now() + event.remainingMilliseconds;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.invokedFunctionArn,
    memoryLimitInMB: String(start.memorySize),
    awsRequestId: event.requestId,
    logGroupName: start.logGroupName,
    logStreamName: start.logStreamName,
    clientContext: undefined,
    identity: undefined,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
}

async function run(handler: Handler, event: ThreadEvent): Promise<void> {
  current = event.requestId;
  process.env['_X_AMZN_TRACE_ID'] =
    `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${event.requestId.replaceAll('-', '').slice(0, 24)};Sampled=0`;
  let result: unknown;
  try {
    result = await handler(JSON.parse(event.event), contextOf(event));
  } catch (thrown) {
    fail(runtimeError(thrown), false);
    return;
  }
  const payload = marshal(result);
  if (payload === undefined) {
    const errorMessage = 'Unable to stringify response body';
    fail({ errorType: 'Runtime.MarshalError', errorMessage, trace: [] }, false);
  } else say({ kind: 'answered', requestId: event.requestId, payload });
}

function marshal(result: unknown): string | undefined {
  try {
    return JSON.stringify(result === undefined ? null : result) ?? 'null';
  } catch {
    return undefined;
  }
}

try {
  const handler = await loadHandler(start.taskRoot, start.handler);
  port.on('message', (event: ThreadEvent) => void run(handler, event));
  say({ kind: 'ready' });
} catch (thrown) {
  fail(runtimeError(thrown), true);
}
