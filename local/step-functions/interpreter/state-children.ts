import type { Scope } from '../language/expression.ts';
import { isJsonObject, type Json } from '../language/json.ts';
import type { MapState, ParallelState } from '../language/machine.ts';
import { EvaluationError, StateError } from '../language/state-error.ts';
import { evaluateAs, evaluateTemplate, isNumber } from '../language/template.ts';
import type { ChildrenWait, Flow, MapItem } from './execution-state.ts';
import { failureDetails } from './history.ts';
import { abortChildren, attempt, stateErrorOf } from './recovery.ts';
import { produce, scopeOf } from './scope.ts';
import { checkSize, leaveState } from './transitions.ts';
import { addFlow, type FlowEnd, parentOf, record, recordInFlow, stateOf, type Turn } from './turn.ts';

/** Begins every branch of a Parallel with the same input. */
export async function runParallel(turn: Turn, flow: Flow, state: ParallelState): Promise<void> {
  const input = state.arguments
    ? await evaluateTemplate(state.arguments, scopeOf(turn, flow, state))
    : flow.input;
  checkSize(state.name, input);
  recordInFlow(turn, flow, 'ParallelStateStarted');
  const count = state.branches.length;
  flow.waiting = {
    for: 'children',
    results: Array(count).fill(null),
    unfinished: count,
    begun: count,
    limit: 0,
  };
  for (const index of state.branches.keys()) {
    const scope = [...flow.scope, [state.name, index] as const];
    addFlow(turn, { parent: flow.id, index, scope }, structuredClone(input), flow.previousEvent);
  }
}

/** Begins as many iterations of a Map as may run at once. */
export async function runMap(turn: Turn, flow: Flow, state: MapState): Promise<void> {
  const scope = scopeOf(turn, flow, state);
  const source = await itemsOf(turn, flow, state, scope);
  const limit = state.maxConcurrency
    ? await evaluateAs(state.maxConcurrency, scope, 'MaxConcurrency', 'number', isNumber)
    : 0;
  await checkTolerance(state, scope);
  const items: MapItem[] = Array.isArray(source)
    ? source.map((Value, Index) => ({ Index, Value }))
    : Object.entries(source).map(([Key, Value], Index) => ({ Index, Key, Value }));
  recordInFlow(turn, flow, 'MapStateStarted', { mapStateStartedEventDetails: { length: items.length } });
  const waiting: ChildrenWait = {
    for: 'children',
    results: Array(items.length).fill(null),
    unfinished: items.length,
    items,
    begun: 0,
    limit,
  };
  flow.waiting = waiting;
  if (items.length === 0) return complete(turn, flow, state, waiting);
  await beginIterations(turn, flow, state, waiting, flow.previousEvent);
}

type Items = Json[] | { [key: string]: Json };
const areItems = (value: Json): value is Items => Array.isArray(value) || isJsonObject(value);

async function itemsOf(turn: Turn, flow: Flow, state: MapState, scope: Scope): Promise<Items> {
  const items = state.items ?? { kind: 'literal', value: flow.input };
  try {
    return await evaluateAs(items, scope, 'Items', 'array', areItems);
  } catch (error) {
    if (error instanceof EvaluationError) throw toldAsFailed(turn, flow, error);
    throw error;
  }
}

/** As recorded on AWS: what tells the failure follows from what the Map's entry follows from, and the Map's own failure from that. */
function toldAsFailed(turn: Turn, flow: Flow, fault: EvaluationError): StateError {
  const { error, explanation } = stateErrorOf(turn, flow, fault);
  flow.previousEvent = flow.enteredAfter ?? flow.previousEvent;
  recordInFlow(turn, flow, 'EvaluationFailed', {
    evaluationFailedEventDetails: {
      ...failureDetails(error, explanation),
      location: fault.location,
      state: flow.state,
    },
  });
  recordInFlow(turn, flow, 'MapStateFailed');
  return new StateError(error, explanation);
}

/** What an inline Map may say but not use must still be a number in its range. */
async function checkTolerance(state: MapState, scope: Scope): Promise<void> {
  const fields = [
    ['ToleratedFailureCount', state.toleratedFailureCount, Infinity],
    ['ToleratedFailurePercentage', state.toleratedFailurePercentage, 100],
  ] as const;
  for (const [field, template, most] of fields) {
    if (!template) continue;
    const value = await evaluateAs(template, scope, field, 'number', isNumber);
    if (value >= 0 && value <= most) continue;
    throw new EvaluationError(field, `The ${field} field must be from 0 to ${most}, but was ${value}.`);
  }
}

/** Begins iterations until the limit; each follows from the event that made room for it. */
async function beginIterations(
  turn: Turn,
  flow: Flow,
  state: MapState,
  waiting: ChildrenWait,
  previousEvent: number,
): Promise<void> {
  const items = waiting.items ?? [];
  const finished = items.length - waiting.unfinished;
  const room = waiting.limit > 0 ? finished + waiting.limit : items.length;
  while (waiting.begun < Math.min(room, items.length)) {
    const item = items[waiting.begun];
    if (!item) return;
    const index = waiting.begun++;
    const input = state.itemSelector
      ? await evaluateTemplate(state.itemSelector, scopeOf(turn, flow, state, { item }))
      : 'Key' in item
        ? { Key: item.Key, Value: item.Value }
        : item.Value;
    const scope = [...flow.scope, [state.name, 0] as const];
    addFlow(turn, { parent: flow.id, index, scope, item }, structuredClone(input), previousEvent);
  }
}

/** Tells a Parallel or Map that a branch or iteration has ended. */
export async function joinChild(turn: Turn, end: FlowEnd): Promise<void> {
  const { flow: child } = end;
  const flow = parentOf(turn, child);
  if (!flow || turn.state.flows[child.id] !== child || flow.waiting?.for !== 'children') return;
  const { waiting } = flow;
  const state = stateOf(turn, flow);
  if (state.type !== 'Parallel' && state.type !== 'Map') return;
  delete turn.state.flows[child.id];
  await attempt(turn, flow, async () => {
    if ('failure' in end) {
      // MapIterationFailed, like what the abortion of the others tells, is no link in the chain.
      if (state.type === 'Map') {
        record(turn, child.previousEvent, 'MapIterationFailed', iteration('Failed', state, child));
      }
      abortChildren(turn, flow);
      flow.previousEvent = record(turn, child.previousEvent, `${state.type}StateFailed`);
      throw end.failure;
    }
    waiting.results[child.index] = end.output;
    waiting.unfinished--;
    turn.changed = true;
    flow.previousEvent = child.previousEvent;
    if (state.type === 'Map') {
      recordInFlow(turn, flow, 'MapIterationSucceeded', iteration('Succeeded', state, child));
      // As recorded on AWS, the next iteration follows from the last event inside the one that ended.
      await beginIterations(turn, flow, state, waiting, child.previousEvent);
    }
    if (waiting.unfinished === 0) await complete(turn, flow, state, waiting);
  });
}

/** All have ended. The Succeeded event is no link in the chain: as recorded, the exit follows from what it follows from. */
async function complete(
  turn: Turn,
  flow: Flow,
  state: ParallelState | MapState,
  waiting: ChildrenWait,
): Promise<void> {
  const { results } = waiting;
  checkSize(state.name, results);
  record(turn, flow.previousEvent, `${state.type}StateSucceeded`);
  leaveState(
    turn,
    flow,
    await produce(state, scopeOf(turn, flow, state, { result: results }), results),
    state.next,
  );
}

/** A flow that has not begun: an iteration says so before it enters its first state. */
export function announceIteration(turn: Turn, flow: Flow): void {
  const around = parentOf(turn, flow);
  if (!flow.item || !around?.state) return;
  recordInFlow(turn, flow, 'MapIterationStarted', {
    mapIterationStartedEventDetails: { name: around.state, index: flow.index },
  });
}

function iteration(what: 'Failed' | 'Succeeded', state: MapState, child: Flow): Record<string, unknown> {
  return { [`mapIteration${what}EventDetails`]: { name: state.name, index: child.index } };
}
