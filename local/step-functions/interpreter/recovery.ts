import type { Retrier, State } from '../language/machine.ts';
import {
  EvaluationError,
  namesError,
  QUERY_EVALUATION_ERROR,
  RUNTIME,
  StateError,
} from '../language/state-error.ts';
import type { Flow } from './execution-state.ts';
import { failureDetails } from './history.ts';
import { produce, scopeOf } from './scope.ts';
import { endExecution, leaveState } from './transitions.ts';
import { HistoryFull, record, recordInFlow, removeChildren, stateOf, type Turn } from './turn.ts';

/** Runs a piece of a state; what it throws fails the state, and Retry and Catch decide what follows. */
export async function attempt(turn: Turn, flow: Flow, action: () => Promise<void> | void): Promise<void> {
  try {
    await action();
  } catch (error) {
    await failState(turn, flow, stateErrorOf(turn, flow, error));
  }
}

/** A state failed: it is tried again, caught, or its flow fails. */
async function failState(turn: Turn, flow: Flow, failure: StateError): Promise<void> {
  const state = stateOf(turn, flow);
  delete flow.waiting;
  abortChildren(turn, flow);
  recordEvaluationFailure(turn, flow, state, failure);
  if (!('retry' in state)) return failFlow(turn, flow, failure);
  if (retryLater(turn, flow, state.retry, failure)) return;
  const catcher = state.catch.find(({ errorEquals }) => namesError(errorEquals, failure));
  if (!catcher) return failFlow(turn, flow, failure);
  // Where an error or cause is missing, AWS hands an empty string to the catcher.
  const errorOutput = { Error: failure.error ?? '', Cause: failure.explanation ?? '' };
  try {
    leaveState(
      turn,
      flow,
      await produce(catcher, scopeOf(turn, flow, state, { errorOutput }), errorOutput),
      catcher.next,
    );
  } catch (error) {
    const second = stateErrorOf(turn, flow, error);
    recordEvaluationFailure(turn, flow, state, second);
    failFlow(turn, flow, second);
  }
}

function recordEvaluationFailure(turn: Turn, flow: Flow, state: State, failure: StateError): void {
  if (!failure.evaluation) return;
  recordInFlow(turn, flow, 'EvaluationFailed', {
    evaluationFailedEventDetails: {
      ...failureDetails(failure.error, failure.evaluation.cause),
      location: failure.evaluation.location,
      state: state.name,
    },
  });
}

/** Sets the timer of the next attempt when a retrier names the error and has attempts left. */
function retryLater(turn: Turn, flow: Flow, retriers: readonly Retrier[], failure: StateError): boolean {
  const index = retriers.findIndex(({ errorEquals }) => namesError(errorEquals, failure));
  const retrier = retriers[index];
  const made = flow.retries[index] ?? 0;
  if (!retrier || made >= retrier.maxAttempts) return false;
  const grown = retrier.intervalSeconds * retrier.backoffRate ** made;
  const seconds =
    Math.min(grown, retrier.maxDelaySeconds ?? Infinity) * (retrier.fullJitter ? turn.services.random() : 1);
  flow.retries[index] = made + 1;
  flow.retryCount++;
  const pause = Math.round(seconds * 1000 * turn.services.taskTimeScale);
  flow.waiting = { for: 'retry', until: turn.now + pause };
  turn.changed = true;
  return true;
}

function failFlow(turn: Turn, flow: Flow, failure: StateError): void {
  // States.Runtime cannot be caught: it ends the execution from within a branch, which is not reported as failed.
  if (flow.parent !== undefined && failure.error !== RUNTIME) {
    turn.ended.push({ flow, failure });
    return;
  }
  const details = failureDetails(failure.error, failure.explanation);
  record(turn, flow.previousEvent, 'ExecutionFailed', { executionFailedEventDetails: details });
  endExecution(turn, { status: 'FAILED', ...details });
}

/** Stops what still runs inside a Parallel or Map, telling the history as AWS does. */
export function abortChildren(turn: Turn, flow: Flow): void {
  removeChildren(turn, flow, child => {
    forget(turn.ready, child);
    if (child.state === undefined) return;
    const { type } = stateOf(turn, child);
    if (child.waiting && type !== 'Pass' && type !== 'Choice')
      record(turn, child.previousEvent, `${type}StateAborted`);
    if (child.item) {
      record(turn, child.previousEvent, 'MapIterationAborted', {
        mapIterationAbortedEventDetails: { name: flow.state, index: child.index },
      });
    }
  });
}

function forget(flows: Flow[], flow: Flow): void {
  const at = flows.indexOf(flow);
  if (at >= 0) flows.splice(at, 1);
}

/** Gives a thrown thing the service's names and words. */
export function stateErrorOf(turn: Turn, flow: Flow, error: unknown): StateError {
  if (error instanceof StateError) return error;
  if (error instanceof HistoryFull) throw error;
  const message = error instanceof Error ? error.message : String(error);
  const cause = `An error occurred while executing the state '${stateOf(turn, flow).name}' (entered at the event id #${flow.enteredEvent}). ${message}`;
  return error instanceof EvaluationError
    ? new StateError(QUERY_EVALUATION_ERROR, cause, {
        evaluation: { location: error.location, cause: message },
      })
    : new StateError(RUNTIME, cause);
}
