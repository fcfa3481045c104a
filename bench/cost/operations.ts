import * as z from 'zod';
import type { ServedRequest } from '../host/messages.ts';
import { unitsOf } from '../table/consumption.ts';
import type { RecordedCall } from '../table/recorder.ts';

/** What AWS would have charged for, counted. */
export interface Operations {
  readonly stateTransitions: number;
  readonly apiRequests: number;
  readonly invocations: number;
  readonly invocationsByFunction: Readonly<Record<string, number>>;
  readonly tableRequests: number;
  readonly tableRequestsByAction: Readonly<Record<string, number>>;
  /** Refused by a condition, and then tried another way. */
  readonly tableRefusals: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Of the write units, those of indexes. */
  readonly indexWriteUnits: number;
  /** PUT, POST, COPY, LIST; and all others. */
  readonly s3Writes: number;
  readonly s3Reads: number;
  /** To the bus that carries them, the queue's three requests for each, and the function's batch. */
  readonly events: number;
  readonly queueRequests: number;
  readonly gbSeconds: number;
  readonly logBytes: number;
}

/** One invocation, as the wrapper around each function notes it. */
export const invocation = z.object({
  function: z.string(),
  /** MiB. */
  memory: z.number(),
  milliseconds: z.number(),
  /** Of a queue, in one batch; and those of them that the bus put there. */
  messages: z.int(),
  busEvents: z.int(),
});
export type Invocation = z.infer<typeof invocation>;

/** What was seen while one dossier, and nothing else, was under way. */
export interface Seen {
  readonly apiPort: number;
  readonly requests: readonly ServedRequest[];
  readonly table: readonly RecordedCall[];
  readonly invocations: readonly Invocation[];
  /** Types of the events in the history of the dossier's execution. */
  readonly history: readonly string[];
  readonly functionLogBytes: number;
}

/** Bytes that AWS itself logs: the lines around an invocation, an entry of the access log, an event of the machine's log. */
const LOGGED_BY_AWS = { invocation: 420, request: 220, machineEvent: 330 };

/** AWS charges a write that its condition refuses by the size of the item that stands; those of this table refused are below 1 KB. */
const REFUSED_WRITE = { read: 0, write: 1, indexes: 0 };

export function operationsOf(seen: Seen): Operations {
  const { requests, table, invocations, history } = seen;
  const api = requests.filter(({ port, path }) => port === seen.apiPort && !path.startsWith('/dev/'));
  const s3 = requests.filter(({ port, target }) => port !== seen.apiPort && target === undefined);
  const s3Writes = s3.filter(({ method }) => method === 'PUT' || method === 'POST').length;
  const units = table.map(call => (call.status === 200 ? unitsOf(call.action, call.answer) : REFUSED_WRITE));
  const batches = invocations.filter(({ messages }) => messages > 0);
  const busEvents = sum(batches.map(batch => batch.busEvents));
  const sends = requests.filter(({ target }) => target?.startsWith('AmazonSQS.')).length;
  return {
    stateTransitions: transitionsIn(history),
    apiRequests: api.length,
    invocations: invocations.length,
    invocationsByFunction: tally(invocations.map(one => one.function)),
    tableRequests: table.length,
    tableRequestsByAction: tally(table.map(one => one.action)),
    tableRefusals: table.filter(({ status }) => status !== 200).length,
    readUnits: sum(units.map(({ read }) => read)),
    writeUnits: sum(units.map(({ write }) => write)),
    indexWriteUnits: sum(units.map(({ indexes }) => indexes)),
    s3Writes,
    s3Reads: s3.length - s3Writes,
    events: busEvents,
    // Sent by functions, and by the bus one by one; received and deleted in batches. Reading the table's stream costs Lambda nothing.
    queueRequests: sends + busEvents + 2 * batches.length,
    gbSeconds: sum(
      invocations.map(({ memory, milliseconds }) => (memory / 1024) * (Math.ceil(milliseconds) / 1000)),
    ),
    logBytes:
      seen.functionLogBytes +
      invocations.length * LOGGED_BY_AWS.invocation +
      api.length * LOGGED_BY_AWS.request +
      history.length * LOGGED_BY_AWS.machineEvent,
  };
}

/**
 * State transitions as AWS counts them: each execution of a state, tries after the first included. A try again shows in the history
 * as one more scheduled call than states were entered for.
 */
export function transitionsIn(history: readonly string[]): number {
  const entered = history.filter(type => type.endsWith('StateEntered')).length;
  const tasks = history.filter(type => type === 'TaskStateEntered').length;
  const calls = history.filter(type => type === 'TaskScheduled' || type === 'LambdaFunctionScheduled').length;
  return entered + Math.max(0, calls - tasks);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
