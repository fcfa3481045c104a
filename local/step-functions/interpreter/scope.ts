import type { Scope } from '../language/expression.ts';
import type { Json, JsonObject } from '../language/json.ts';
import type { Assignment, State } from '../language/machine.ts';
import { followReferencePath } from '../language/reference-path.ts';
import { EvaluationError } from '../language/state-error.ts';
import { evaluateTemplate, type Template } from '../language/template.ts';
import type { Flow, MapItem } from './execution-state.ts';
import { parentOf, type Turn, variablesInScope } from './turn.ts';

/** What `$states` has beside input and context, by the moment at which an expression runs. */
export interface ScopeAdditions {
  readonly result?: Json;
  readonly errorOutput?: Json;
  /** The token of a callback task's Arguments. */
  readonly token?: string;
  /** The element that an ItemSelector looks at. */
  readonly item?: MapItem;
}

/** Everything that an expression of the flow's current state can see. */
export function scopeOf(turn: Turn, flow: Flow, state: State, more: ScopeAdditions = {}): Scope {
  return {
    states: {
      input: flow.input,
      context: contextOf(turn, flow, state, more),
      ...(more.result !== undefined && { result: more.result }),
      ...(more.errorOutput !== undefined && { errorOutput: more.errorOutput }),
    },
    variables: variablesInScope(turn, flow),
    now: turn.now,
  };
}

function contextOf(turn: Turn, flow: Flow, state: State, more: ScopeAdditions): JsonObject {
  const { facts } = turn;
  const item = more.item ?? itemAround(turn, flow);
  const recovers = state.type === 'Task' || state.type === 'Parallel' || state.type === 'Map';
  return {
    Execution: {
      Id: facts.arn,
      Input: facts.input,
      StartTime: new Date(facts.startedAt).toISOString(),
      Name: facts.name,
      RoleArn: facts.roleArn,
      RedriveCount: 0,
    },
    StateMachine: { Id: facts.machineArn, Name: facts.machineName },
    State: {
      Name: state.name,
      EnteredTime: new Date(flow.enteredAt).toISOString(),
      ...(recovers && { RetryCount: flow.retryCount }),
    },
    ...(more.token !== undefined && { Task: { Token: more.token } }),
    ...(item && { Map: { Item: { ...item } } }),
  };
}

function itemAround(turn: Turn, flow: Flow): MapItem | undefined {
  if (flow.item) return flow.item;
  const around = parentOf(turn, flow);
  return around && itemAround(turn, around);
}

/** What Assign and Output give; both see the scope as it was before either. */
export interface Produced {
  readonly assigned: JsonObject;
  readonly output: Json;
}

/** Evaluates a pair of Assign and Output; without an Output the given default goes out. */
export async function produce(
  from: { readonly assign: Assignment | undefined; readonly output: Template | undefined },
  scope: Scope,
  otherwise: Json,
): Promise<Produced> {
  const assigned = from.assign ? await evaluateAssignment(from.assign, scope) : {};
  const output = from.output ? await evaluateTemplate(from.output, scope) : otherwise;
  return { assigned, output };
}

async function evaluateAssignment(assignment: Assignment, scope: Scope): Promise<JsonObject> {
  const template = assignment.kind === 'template' ? assignment.template : assignment.literals;
  const value = await evaluateTemplate(template, scope);
  const assigned: JsonObject =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  if (assignment.kind === 'paths') {
    for (const [name, { text, root, steps }] of assignment.paths) {
      const start =
        root === 'input'
          ? (scope.states['result'] ?? scope.states['input'])
          : root === 'context'
            ? scope.states['context']
            : scope.variables[root.variable];
      const found = followReferencePath(steps, start);
      if (found === undefined) {
        throw new EvaluationError(
          `Assign/${name}.$`,
          `The JSONPath '${text}' specified for the field '${name}.$' could not be found.`,
        );
      }
      assigned[name] = found;
    }
  }
  return assigned;
}
