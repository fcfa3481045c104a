import type { ChoiceState } from '../language/machine.ts';
import { RUNTIME, StateError } from '../language/state-error.ts';
import { evaluateAs, isBoolean } from '../language/template.ts';
import type { Flow } from './execution-state.ts';
import { produce, scopeOf } from './scope.ts';
import { leaveState } from './transitions.ts';
import type { Turn } from './turn.ts';

/**
 * Takes the first rule whose Condition holds, with the rule's own Assign and Output; else the Default with the state's.
 * With neither, AWS in fact reports States.Runtime, although the states language speaks of States.NoChoiceMatched.
 */
export async function runChoice(turn: Turn, flow: Flow, state: ChoiceState): Promise<void> {
  const scope = scopeOf(turn, flow, state);
  for (const [index, rule] of state.rules.entries()) {
    const field = `Choices[${index}]/Condition`;
    if (!(await evaluateAs(rule.condition, scope, field, 'boolean', isBoolean))) continue;
    return leaveState(turn, flow, await produce(rule, scope, flow.input), rule.next);
  }
  if (state.default === undefined) {
    throw new StateError(
      RUNTIME,
      `An error occurred while executing the state '${state.name}' (entered at the event id #${flow.enteredEvent}). Failed to transition out of the state. The state does not point to a next state.`,
    );
  }
  leaveState(turn, flow, await produce(state, scope, flow.input), state.default);
}
