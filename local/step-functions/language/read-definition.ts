import type { TaskIntegrations } from '../interpreter/task-integrations.ts';
import { checkGraph } from './definition-graph.ts';
import { DefinitionError, readShape } from './definition-problem.ts';
import * as shape from './definition-schema.ts';
import type { Machine, State } from './machine.ts';
import { readState } from './read-state.ts';
import { type Language, StateFields, type WrittenMachine } from './state-fields.ts';

interface Reading {
  readonly random: () => number;
  readonly integrations: TaskIntegrations;
}

/**
 * Reads and compiles a definition. Throws a DefinitionError that names state and field for everything this host
 * does not carry out: a refused machine is better than one that runs differently from AWS.
 *
 * JSONPath, the default language of a definition that names none, is accepted in states where it means the same as
 * JSONata (no field of its own), and in Assign with reference paths; all else of it is refused.
 */
export function readDefinition(text: string, reading: Reading): Machine {
  let definition: unknown;
  try {
    definition = JSON.parse(text);
  } catch (error) {
    throw new DefinitionError(
      `The definition is not JSON: ${error instanceof Error ? error.message : error}.`,
    );
  }
  const top = readShape(shape.machineSchema, definition, 'The definition');
  const machine = readMachine(top, top.QueryLanguage ?? 'JSONPath', reading, top.TimeoutSeconds);
  checkGraph(machine);
  return machine;
}

function readMachine(
  written: WrittenMachine,
  language: Language,
  reading: Reading,
  timeoutSeconds?: number,
): Machine {
  const states = new Map<string, State>();
  for (const [name, state] of Object.entries(written.States))
    states.set(name, readState(name, state, fieldsOf(name, state, language, reading)));
  return { startAt: written.StartAt, states, timeoutSeconds };
}

function fieldsOf(name: string, written: object, inherited: Language, reading: Reading): StateFields {
  const where = `State '${name}'`;
  const language = languageOf(written, inherited, where);
  const machine = (inside: WrittenMachine) => readMachine(inside, language, reading);
  return new StateFields({ where, language, ...reading, machine });
}

function languageOf(written: object, inherited: Language, where: string): Language {
  const own = 'QueryLanguage' in written ? written.QueryLanguage : undefined;
  if (own === 'JSONPath' && inherited === 'JSONata') {
    throw new DefinitionError(
      `${where}: the field 'QueryLanguage' cannot be JSONPath inside a JSONata machine.`,
    );
  }
  return own === 'JSONata' ? 'JSONata' : inherited;
}
