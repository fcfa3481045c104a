import { DefinitionError } from './definition-problem.ts';
import { isJsonObject, type Json } from './json.ts';
import type { Machine, State } from './machine.ts';

/** Checks transitions, reach, names and variable scopes of a machine that has been read. */
export function checkGraph(machine: Machine): void {
  checkLevel(machine, 'The definition', new Set(), new Set());
}

function checkLevel(machine: Machine, where: string, names: Set<string>, outer: ReadonlySet<string>): void {
  const { states, startAt } = machine;
  if (!states.has(startAt))
    throw new DefinitionError(`${where}: the field 'StartAt' names no state: '${startAt}'.`);
  const reached = new Set<string>();
  const toVisit = [startAt];
  for (let name = toVisit.pop(); name !== undefined; name = toVisit.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const state = states.get(name);
    for (const target of state ? targetsOf(state) : []) {
      if (!states.has(target))
        throw new DefinitionError(`State '${name}': leads to '${target}', which is no state here.`);
      toVisit.push(target);
    }
  }
  const assigned = new Set(outer);
  for (const [name, state] of states) {
    if (!reached.has(name)) throw new DefinitionError(`State '${name}': no state leads to it.`);
    if (names.has(name))
      throw new DefinitionError(`State '${name}': another state of the definition has the same name.`);
    names.add(name);
    for (const variable of assignedBy(state)) {
      if (outer.has(variable)) {
        throw new DefinitionError(
          `State '${name}': the field 'Assign' sets '${variable}', which belongs to an outer scope.`,
        );
      }
      assigned.add(variable);
    }
  }
  for (const [name, state] of states) {
    for (const inner of innerMachines(state)) checkLevel(inner, `State '${name}'`, names, assigned);
  }
}

function targetsOf(state: State): string[] {
  const targets: (string | undefined)[] = 'next' in state ? [state.next] : [];
  if (state.type === 'Choice') targets.push(state.default, ...state.rules.map(rule => rule.next));
  if ('catch' in state) targets.push(...state.catch.map(catcher => catcher.next));
  return targets.filter(target => target !== undefined);
}

function innerMachines(state: State): readonly Machine[] {
  return state.type === 'Parallel' ? state.branches : state.type === 'Map' ? [state.processor] : [];
}

function assignedBy(state: State): string[] {
  const assignments = 'assign' in state ? [state.assign] : [];
  if (state.type === 'Choice') assignments.push(...state.rules.map(rule => rule.assign));
  if ('catch' in state) assignments.push(...state.catch.map(catcher => catcher.assign));
  return assignments.flatMap(assignment => {
    if (assignment === undefined) return [];
    if (assignment.kind === 'template') return keysOf(assignment.template);
    return [...keysOf(assignment.literals), ...assignment.paths.map(([name]) => name)];
  });
}

function keysOf(template: {
  kind: string;
  value?: Json;
  entries?: readonly (readonly [string, unknown])[];
}): string[] {
  if (template.entries) return template.entries.map(([key]) => key);
  return isJsonObject(template.value) ? Object.keys(template.value) : [];
}
