import { exceedsDataLimit, type Json } from '../language/json.ts';
import { DATA_LIMIT_EXCEEDED, StateError } from '../language/state-error.ts';
import type { Flow } from './execution-state.ts';
import { dataDetails } from './history.ts';
import type { Produced } from './scope.ts';
import { recordInFlow, stateNamed, type Turn } from './turn.ts';

/** Puts a flow into a state. It runs next: a flow goes on until it waits before another has its turn. */
export function enterState(turn: Turn, flow: Flow, name: string, input: Json): void {
  const { type } = stateNamed(turn, flow, name);
  flow.state = name;
  flow.input = input;
  flow.enteredAt = turn.now;
  flow.retries = {};
  flow.retryCount = 0;
  delete flow.waiting;
  flow.enteredAfter = flow.previousEvent;
  recordInFlow(turn, flow, `${type}StateEntered`, {
    stateEnteredEventDetails: { name, ...dataDetails('input', input) },
  });
  flow.enteredEvent = flow.previousEvent;
  turn.ready.unshift(flow);
}

/** Takes a flow out of its state, setting variables, on to the next state or to its end. */
export function leaveState(
  turn: Turn,
  flow: Flow,
  { assigned, output }: Produced,
  next: string | undefined,
): void {
  const name = flow.state ?? '';
  checkSize(name, output);
  checkSize(name, assigned);
  const { type } = stateNamed(turn, flow, name);
  const variables = Object.entries(assigned);
  recordInFlow(turn, flow, `${type}StateExited`, {
    stateExitedEventDetails: {
      name,
      ...dataDetails('output', output),
      ...(variables.length > 0 && {
        assignedVariables: Object.fromEntries(
          variables.map(([variable, value]) => [variable, JSON.stringify(value)]),
        ),
        assignedVariablesDetails: { truncated: false },
      }),
    },
  });
  Object.assign(flow.variables, assigned);
  delete flow.waiting;
  if (next !== undefined) {
    enterState(turn, flow, next, output);
  } else if (flow.parent === undefined) {
    recordInFlow(turn, flow, 'ExecutionSucceeded', {
      executionSucceededEventDetails: dataDetails('output', output),
    });
    endExecution(turn, { status: 'SUCCEEDED', output });
  } else {
    turn.ended.push({ flow, output });
  }
}

/** Ends the execution: nothing in it waits or runs any more. */
export function endExecution(turn: Turn, end: Omit<NonNullable<Turn['end']>, 'stoppedAt'>): void {
  turn.end = { ...end, stoppedAt: turn.now };
  turn.changed = true;
  turn.ready.length = 0;
  turn.ended.length = 0;
  turn.invocations.length = 0;
}

/** Refuses data beyond the service's quota. */
export function checkSize(stateName: string, value: Json): void {
  if (!exceedsDataLimit(value)) return;
  throw new StateError(
    DATA_LIMIT_EXCEEDED,
    `The state/task '${stateName}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}
