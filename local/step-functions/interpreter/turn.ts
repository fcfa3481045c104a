import { DefinitionError } from '../language/definition-problem.ts';
import type { Json, JsonObject } from '../language/json.ts';
import type { Machine, State } from '../language/machine.ts';
import type { StateError } from '../language/state-error.ts';
import type { ExecutionEnd, ExecutionFacts, ExecutionState, Flow, MapItem } from './execution-state.ts';
import { type HistoryEvent, LONGEST_HISTORY } from './history.ts';
import type { TaskIntegrations } from './task-integrations.ts';

/** Something to be done outside once the turn is journaled. */
export interface Invocation {
  readonly call: number;
  readonly functionArn: string;
  readonly payload: Json;
}

/** What the interpreter needs from the host. */
export interface InterpreterServices {
  readonly region: string;
  readonly integrations: TaskIntegrations;
  /** Uniform in [0, 1): jitter and $random. */
  readonly random: () => number;
  /** How many seconds of the clock pass in one second of the functions' work. */
  readonly taskTimeScale: number;
  readonly issueToken: (execution: number, call: number) => string;
}

/**
 * One turn of an execution: from what woke it (a start, an outcome, a timer) until every flow waits again. What it
 * gathers (new events, new state, invocations) is journaled as one record before anything of it is acted on.
 */
export interface Turn {
  readonly now: number;
  readonly machine: Machine;
  readonly facts: ExecutionFacts;
  readonly state: ExecutionState;
  readonly services: InterpreterServices;
  readonly events: HistoryEvent[];
  readonly invocations: Invocation[];
  /** Flows that can go on at once, in order. */
  readonly ready: Flow[];
  /** Branches and iterations that have ended and are still to be told to the flow around them. */
  readonly ended: FlowEnd[];
  /** Whether the state changed, with or without an event. */
  changed: boolean;
  end?: ExecutionEnd;
}

/** How a branch or an iteration ended. */
export type FlowEnd =
  | { readonly flow: Flow; readonly output: Json }
  | { readonly flow: Flow; readonly failure: StateError };

/** The history is full: nothing more can happen in this execution. */
export class HistoryFull extends Error {}

/** Writes an event and returns its id. */
export function record(
  turn: Turn,
  previousEventId: number,
  type: string,
  details: Record<string, unknown> = {},
): number {
  if (turn.state.nextEvent >= LONGEST_HISTORY) throw new HistoryFull();
  return recordLast(turn, previousEventId, type, details);
}

/** Writes an event even as the last one of a full history. */
export function recordLast(
  turn: Turn,
  previousEventId: number,
  type: string,
  details: Record<string, unknown> = {},
): number {
  const id = turn.state.nextEvent++;
  turn.events.push({ id, previousEventId, timestamp: turn.now, type, ...details });
  turn.changed = true;
  return id;
}

/** Writes an event that the flow's next event follows from. */
export function recordInFlow(
  turn: Turn,
  flow: Flow,
  type: string,
  details: Record<string, unknown> = {},
): void {
  flow.previousEvent = record(turn, flow.previousEvent, type, details);
}

/** The machine that a flow runs: the definition's top, or a branch or processor inside it. */
function machineOf(turn: Turn, flow: Flow): Machine {
  return flow.scope.reduce<Machine>((machine, [name, branch]) => {
    const state = machine.states.get(name);
    const inner =
      state?.type === 'Parallel'
        ? state.branches[branch]
        : state?.type === 'Map'
          ? state.processor
          : undefined;
    if (!inner)
      throw new DefinitionError(
        `The journal of ${turn.facts.arn} runs inside '${name}', which the definition lacks.`,
      );
    return inner;
  }, turn.machine);
}

export function stateNamed(turn: Turn, flow: Flow, name: string): State {
  const state = machineOf(turn, flow).states.get(name);
  if (!state)
    throw new DefinitionError(
      `The journal of ${turn.facts.arn} is in the state '${name}', which the definition lacks.`,
    );
  return state;
}

/** The state that a begun flow is in. */
export function stateOf(turn: Turn, flow: Flow): State {
  return stateNamed(turn, flow, flow.state ?? machineOf(turn, flow).startAt);
}

/** Begins a flow at the start of its machine; it enters its first state when its turn in `ready` comes. */
export function addFlow(
  turn: Turn,
  place: Pick<Flow, 'index' | 'scope'> & { parent?: number; item?: MapItem },
  input: Json,
  previousEvent: number,
): Flow {
  const id = turn.state.nextFlow++;
  const flow: Flow = {
    id,
    ...place,
    input,
    enteredAt: turn.now,
    enteredEvent: 0,
    previousEvent,
    variables: {},
    retries: {},
    retryCount: 0,
  };
  turn.state.flows[id] = flow;
  turn.ready.push(flow);
  return flow;
}

export function parentOf(turn: Turn, flow: Flow): Flow | undefined {
  return flow.parent === undefined ? undefined : turn.state.flows[flow.parent];
}

/** The variables in scope: the flow's own over those of the flows around it, which stand still while it runs. */
export function variablesInScope(turn: Turn, flow: Flow): JsonObject {
  const around = parentOf(turn, flow);
  return around ? { ...variablesInScope(turn, around), ...flow.variables } : flow.variables;
}

/** Removes the flows inside a flow's Parallel or Map; what they still wait for is ignored when it comes. */
export function removeChildren(turn: Turn, flow: Flow, onRemoval: (child: Flow) => void = () => {}): void {
  for (const child of Object.values(turn.state.flows)) {
    if (child.parent !== flow.id) continue;
    removeChildren(turn, child, onRemoval);
    onRemoval(child);
    delete turn.state.flows[child.id];
  }
}
