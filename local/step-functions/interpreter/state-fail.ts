import type { FailState } from '../language/machine.ts';
import { StateError } from '../language/state-error.ts';
import { evaluateAs, isString, type Template } from '../language/template.ts';
import type { Flow } from './execution-state.ts';
import { scopeOf } from './scope.ts';
import type { Turn } from './turn.ts';

/** Fails the flow with the state's Error and Cause; either may be missing. */
export async function runFail(turn: Turn, flow: Flow, state: FailState): Promise<never> {
  const scope = scopeOf(turn, flow, state);
  const text = async (template: Template | undefined, field: string) =>
    template && (await evaluateAs(template, scope, field, 'string', isString));
  throw new StateError(await text(state.error, 'Error'), await text(state.cause, 'Cause'));
}
