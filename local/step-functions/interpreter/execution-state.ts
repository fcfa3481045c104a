import type { Json, JsonObject } from '../language/json.ts';

/** The current element of a Map, as `$states.context.Map.Item` shows it. */
export interface MapItem {
  readonly Index: number;
  readonly Value: Json;
  readonly Key?: string;
}

/** A task whose outcome is awaited. */
export interface TaskWait {
  for: 'task';
  /** Number of the call within the execution: outcomes and tokens name it, so that a late one is known as late. */
  call: number;
  functionArn: string;
  payload: Json;
  callback: boolean;
  /** Of a callback task: its function has answered, now only the token is awaited. */
  submitted?: boolean;
  /** Instants (milliseconds) at which the task, or its heartbeat, lapses. */
  deadline?: number;
  heartbeatDeadline?: number;
  heartbeatSeconds?: number;
}

/** A Parallel or Map whose branches or iterations run. */
export interface ChildrenWait {
  for: 'children';
  /** Outputs by branch or item; null until it has finished. */
  results: Json[];
  unfinished: number;
  /** Of a Map: the elements, how many have begun, and the most that may run at once (0: no limit). */
  items?: MapItem[];
  begun: number;
  limit: number;
}

export type Waiting =
  | { for: 'time'; until: number }
  | { for: 'retry'; until: number }
  | TaskWait
  | ChildrenWait;

/** One line of control: the execution itself, a branch of a Parallel, or an iteration of a Map. */
export interface Flow {
  readonly id: number;
  /** The flow whose Parallel or Map state this one belongs to, and the place in its results. */
  readonly parent?: number;
  readonly index: number;
  /** Which machine inside the definition it runs: the states to descend through and the branch taken in each. */
  readonly scope: readonly (readonly [state: string, branch: number])[];
  /** The state it is in; undefined until it has begun. */
  state?: string;
  input: Json;
  enteredAt: number;
  enteredEvent: number;
  /** The event that the entry follows from; absent in journals of earlier releases. */
  enteredAfter?: number;
  /** The event that its next event follows from. */
  previousEvent: number;
  variables: JsonObject;
  /** Attempts made after the first, by place in Retry; and in all. */
  retries: { [retrier: string]: number };
  retryCount: number;
  readonly item?: MapItem;
  waiting?: Waiting;
}

/** All that a running execution needs to go on: what the journal keeps after each turn. */
export interface ExecutionState {
  flows: { [id: string]: Flow };
  nextFlow: number;
  nextCall: number;
  nextEvent: number;
  /** The instant at which the machine's TimeoutSeconds, or a year, lapses. */
  deadline: number;
}

/** What never changes in an execution. */
export interface ExecutionFacts {
  readonly id: number;
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly machineName: string;
  readonly roleArn: string;
  readonly startedAt: number;
  readonly input: Json;
}

export type EndStatus = 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

export interface ExecutionEnd {
  readonly status: EndStatus;
  readonly stoppedAt: number;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
}

/** The instant at which a flow wants to be woken, if any. */
export function wakeOfFlow(flow: Flow): number | undefined {
  const { waiting } = flow;
  switch (waiting?.for) {
    case 'time':
    case 'retry':
      return waiting.until;
    case 'task': {
      const first = Math.min(waiting.deadline ?? Infinity, waiting.heartbeatDeadline ?? Infinity);
      return first === Infinity ? undefined : first;
    }
    default:
      return undefined;
  }
}

/** The earliest instant at which the execution wants to be woken. */
export function wakeOf(state: ExecutionState): number {
  let wake = state.deadline;
  for (const flow of Object.values(state.flows)) wake = Math.min(wake, wakeOfFlow(flow) ?? wake);
  return wake;
}

/** Whether something beside timers and tokens is under way, which a restart must take up again. */
export function isRestless(state: ExecutionState): boolean {
  return Object.values(state.flows).some(
    ({ waiting }) => waiting === undefined || (waiting.for === 'task' && waiting.submitted !== true),
  );
}
