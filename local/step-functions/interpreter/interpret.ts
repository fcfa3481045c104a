import type { InvokeOutcome } from '../../host/wire.ts';
import type { Json } from '../language/json.ts';
import type { State, TaskState } from '../language/machine.ts';
import { RUNTIME, TIMEOUT } from '../language/state-error.ts';
import { type Flow, type TaskWait, wakeOfFlow } from './execution-state.ts';
import { dataDetails, failureDetails } from './history.ts';
import { attempt } from './recovery.ts';
import { produce, scopeOf } from './scope.ts';
import { announceIteration, joinChild, runMap, runParallel } from './state-children.ts';
import { runChoice } from './state-choice.ts';
import { runFail } from './state-fail.ts';
import { rejectTask, runTask, succeedTask, takeOutcome, timeOutTask } from './state-task.ts';
import { finishWait, runWait } from './state-wait.ts';
import { endExecution, enterState, leaveState } from './transitions.ts';
import { addFlow, HistoryFull, record, recordLast, stateOf, type Turn } from './turn.ts';

/** What wakes an execution. */
export type Signal =
  | { readonly kind: 'start' }
  /** Go on after a turn that was cut short. */
  | { readonly kind: 'continue' }
  /** Go on after a restart: calls whose outcome is not journaled go out again. */
  | { readonly kind: 'resume' }
  | { readonly kind: 'timer' }
  | { readonly kind: 'outcome'; readonly call: number; readonly outcome: InvokeOutcome }
  | { readonly kind: 'taskSucceeded'; readonly call: number; readonly output: Json }
  | { readonly kind: 'taskFailed'; readonly call: number; readonly error?: string; readonly cause?: string }
  | { readonly kind: 'heartbeat'; readonly call: number }
  | { readonly kind: 'stop'; readonly error?: string; readonly cause?: string };

/** Steps after which a turn is cut, journaled and taken up again, so that a long loop does not hold up the others. */
const LONGEST_TURN = 500;

/** Carries out one signal and all that follows from it. Returns whether it concerned anything still open. */
export async function interpret(turn: Turn, signal: Signal): Promise<boolean> {
  try {
    const open = await take(turn, signal);
    await settle(turn);
    return open;
  } catch (error) {
    if (!(error instanceof HistoryFull)) throw error;
    const details = failureDetails(
      RUNTIME,
      'The execution reached the maximum number of history events (25000).',
    );
    recordLast(turn, turn.state.nextEvent - 1, 'ExecutionFailed', { executionFailedEventDetails: details });
    endExecution(turn, { status: 'FAILED', ...details });
    return true;
  }
}

async function take(turn: Turn, signal: Signal): Promise<boolean> {
  switch (signal.kind) {
    case 'start':
      start(turn);
      return true;
    case 'continue':
      continueFlows(turn);
      return true;
    case 'resume':
      repeatCalls(turn);
      continueFlows(turn);
      return true;
    case 'timer':
      await fireTimers(turn);
      return true;
    case 'stop':
      stop(turn, signal.error, signal.cause);
      return true;
    default: {
      const task = waitingTask(turn, signal.call);
      if (!task) return false;
      await takeTaskSignal(turn, task, signal);
      return true;
    }
  }
}

type TaskSignal = Extract<Signal, { call: number }>;
type WaitingTask = { readonly flow: Flow; readonly state: TaskState; readonly waiting: TaskWait };

function waitingTask(turn: Turn, call: number): WaitingTask | undefined {
  for (const flow of Object.values(turn.state.flows)) {
    const { waiting } = flow;
    if (waiting?.for !== 'task' || waiting.call !== call) continue;
    const state = stateOf(turn, flow);
    return state.type === 'Task' ? { flow, state, waiting } : undefined;
  }
  return undefined;
}

async function takeTaskSignal(
  turn: Turn,
  { flow, state, waiting }: WaitingTask,
  signal: TaskSignal,
): Promise<void> {
  if (signal.kind === 'heartbeat') {
    if (waiting.heartbeatSeconds !== undefined)
      waiting.heartbeatDeadline = turn.now + waiting.heartbeatSeconds * 1000;
    turn.changed = true;
    return;
  }
  if (signal.kind === 'outcome' && waiting.submitted) return;
  await attempt(turn, flow, () => {
    if (signal.kind === 'outcome') return takeOutcome(turn, flow, state, waiting, signal.outcome);
    if (signal.kind === 'taskSucceeded') return succeedTask(turn, flow, state, signal.output);
    return rejectTask(turn, flow, state, signal.error, signal.cause);
  });
}

function start(turn: Turn): void {
  const { input, roleArn } = turn.facts;
  record(turn, 0, 'ExecutionStarted', {
    executionStartedEventDetails: { ...dataDetails('input', input), roleArn },
  });
  addFlow(turn, { index: 0, scope: [] }, input, 0);
}

function continueFlows(turn: Turn): void {
  for (const flow of Object.values(turn.state.flows)) {
    if (flow.waiting === undefined && !turn.ready.includes(flow)) turn.ready.push(flow);
  }
}

function repeatCalls(turn: Turn): void {
  for (const { waiting } of Object.values(turn.state.flows)) {
    if (waiting?.for !== 'task' || waiting.submitted) continue;
    const { call, functionArn, payload } = waiting;
    turn.invocations.push({ call, functionArn, payload });
  }
}

function stop(turn: Turn, error?: string, cause?: string): void {
  const details = failureDetails(error, cause);
  recordLast(turn, 0, 'ExecutionAborted', { executionAbortedEventDetails: details });
  endExecution(turn, { status: 'ABORTED', ...details });
}

/** Fires what is due, in the order of its instants, the execution's own limit included. */
async function fireTimers(turn: Turn): Promise<void> {
  for (;;) {
    if (turn.end) return;
    const [first] = Object.values(turn.state.flows)
      .map(flow => ({ flow, due: wakeOfFlow(flow) ?? Infinity }))
      .sort((a, b) => a.due - b.due || a.flow.id - b.flow.id);
    const due = Math.min(first?.due ?? Infinity, turn.state.deadline);
    if (due > turn.now) return;
    if (!first || turn.state.deadline <= first.due) {
      recordLast(turn, 0, 'ExecutionTimedOut', { executionTimedOutEventDetails: { error: TIMEOUT } });
      endExecution(turn, { status: 'TIMED_OUT' });
      return;
    }
    await fireTimer(turn, first.flow);
    await settle(turn);
  }
}

async function fireTimer(turn: Turn, flow: Flow): Promise<void> {
  const { waiting } = flow;
  const state = stateOf(turn, flow);
  await attempt(turn, flow, () => {
    if (waiting?.for === 'time' && state.type === 'Wait') return finishWait(turn, flow, state);
    if (waiting?.for === 'task' && state.type === 'Task') return timeOutTask(turn, flow, state, waiting);
    delete flow.waiting;
    turn.changed = true;
    turn.ready.push(flow);
    return undefined;
  });
}

/** Runs flows until each waits, or until the turn has grown too long. */
async function settle(turn: Turn): Promise<void> {
  for (let steps = 0; steps < LONGEST_TURN && !turn.end; steps++) {
    const end = turn.ended.shift();
    if (end) {
      await joinChild(turn, end);
      continue;
    }
    const flow = turn.ready.shift();
    if (!flow) return;
    if (flow.state === undefined) {
      announceIteration(turn, flow);
      enterFirstState(turn, flow);
    } else {
      await attempt(turn, flow, () => runState(turn, flow, stateOf(turn, flow)));
    }
  }
  // What has ended must be told before the turn is journaled: the journal keeps flows, not their ends.
  for (let end = turn.ended.shift(); end && !turn.end; end = turn.ended.shift()) await joinChild(turn, end);
}

function enterFirstState(turn: Turn, flow: Flow): void {
  const { name } = stateOf(turn, flow);
  enterState(turn, flow, name, flow.input);
}

async function runState(turn: Turn, flow: Flow, state: State): Promise<void> {
  switch (state.type) {
    case 'Pass':
      return leaveState(turn, flow, await produce(state, scopeOf(turn, flow, state), flow.input), state.next);
    case 'Succeed':
      return leaveState(turn, flow, await produce(state, scopeOf(turn, flow, state), flow.input), undefined);
    case 'Fail':
      return runFail(turn, flow, state);
    case 'Wait':
      return runWait(turn, flow, state);
    case 'Choice':
      return runChoice(turn, flow, state);
    case 'Task':
      return runTask(turn, flow, state);
    case 'Parallel':
      return runParallel(turn, flow, state);
    case 'Map':
      return runMap(turn, flow, state);
  }
}
