import type { TaskIntegrations } from '../interpreter/task-integrations.ts';
import { checkGraph } from './definition-graph.ts';
import { DefinitionError, readShape } from './definition-problem.ts';
import * as shape from './definition-schema.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { Assignment, Catcher, Machine, Retrier, State } from './machine.ts';
import { parseReferencePath } from './reference-path.ts';
import { compileTemplate, type Template } from './template.ts';

interface Reading {
  readonly random: () => number;
  readonly integrations: TaskIntegrations;
}

type Language = 'JSONata' | 'JSONPath';

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

interface WrittenMachine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, { readonly Type: string }>>;
}

function readMachine(
  written: WrittenMachine,
  language: Language,
  reading: Reading,
  timeoutSeconds?: number,
): Machine {
  const states = new Map<string, State>();
  for (const [name, state] of Object.entries(written.States)) {
    states.set(name, readState(name, state, language, reading));
  }
  return { startAt: written.StartAt, states, timeoutSeconds };
}

function readState(
  name: string,
  written: { readonly Type: string },
  inherited: Language,
  reading: Reading,
): State {
  const where = `State '${name}'`;
  const language = languageOf(written, inherited, where);
  const inState = { where, language, ...reading };
  const template = (value: Json | undefined, field: string) =>
    value === undefined ? undefined : readTemplate(value, field, inState);
  const produced = (from: Produced, prefix = '') => ({
    assign: readAssign(from.Assign, `${prefix}Assign`, inState),
    output: template(refuseInJsonPath(from.Output, `${prefix}Output`, inState), `${prefix}Output`),
  });
  switch (written.Type) {
    case 'Pass': {
      const s = readShape(shape.passSchema, written, where);
      return { type: 'Pass', name, ...produced(s), next: nextOf(s, where) };
    }
    case 'Succeed': {
      const s = readShape(shape.succeedSchema, written, where);
      return { type: 'Succeed', name, ...produced(s) };
    }
    case 'Fail': {
      const s = readShape(shape.failSchema, written, where);
      return { type: 'Fail', name, error: template(s.Error, 'Error'), cause: template(s.Cause, 'Cause') };
    }
    case 'Wait': {
      const s = readShape(shape.waitSchema, written, where);
      const seconds = template(s.Seconds, 'Seconds');
      const timestamp = template(s.Timestamp, 'Timestamp');
      if ((seconds === undefined) === (timestamp === undefined)) {
        throw new DefinitionError(
          `${where}: a Wait needs exactly one of the fields 'Seconds' and 'Timestamp'.`,
        );
      }
      const until = seconds
        ? ({ kind: 'seconds', value: seconds } as const)
        : ({ kind: 'timestamp', value: timestamp ?? { kind: 'literal', value: null } } as const);
      return { type: 'Wait', name, ...produced(s), next: nextOf(s, where), until };
    }
    case 'Choice': {
      if (language === 'JSONPath') {
        throw new DefinitionError(
          `${where}: the field 'Choices' is in JSONPath; this host runs JSONata only.`,
        );
      }
      const s = readShape(shape.choiceSchema, written, where);
      const rules = s.Choices.map((rule, index) => ({
        condition: readTemplate(rule.Condition, `Choices[${index}]/Condition`, inState),
        next: rule.Next,
        ...produced(rule, `Choices[${index}]/`),
      }));
      return { type: 'Choice', name, ...produced(s), rules, default: s.Default };
    }
    case 'Task': {
      const s = readShape(shape.taskSchema, written, where);
      if (
        typeof s.HeartbeatSeconds === 'number' &&
        s.HeartbeatSeconds >= Number(s.TimeoutSeconds ?? Infinity)
      ) {
        throw new DefinitionError(
          `${where}: the field 'HeartbeatSeconds' must be less than 'TimeoutSeconds'.`,
        );
      }
      const refused = reading.integrations.refusalOf(s.Resource, s.Arguments);
      if (refused) throw new DefinitionError(`${where}: ${refused}`);
      return {
        type: 'Task',
        name,
        ...produced(s),
        ...recovery(s, inState, produced),
        next: nextOf(s, where),
        resource: s.Resource,
        arguments: template(refuseInJsonPath(s.Arguments, 'Arguments', inState), 'Arguments'),
        timeoutSeconds: template(s.TimeoutSeconds, 'TimeoutSeconds'),
        heartbeatSeconds: template(s.HeartbeatSeconds, 'HeartbeatSeconds'),
      };
    }
    case 'Parallel': {
      const s = readShape(shape.parallelSchema, written, where);
      return {
        type: 'Parallel',
        name,
        ...produced(s),
        ...recovery(s, inState, produced),
        next: nextOf(s, where),
        arguments: template(refuseInJsonPath(s.Arguments, 'Arguments', inState), 'Arguments'),
        branches: s.Branches.map(branch => readMachine(branch, language, reading)),
      };
    }
    case 'Map': {
      const s = readShape(shape.mapSchema, written, where);
      const processor = s.ItemProcessor ?? s.Iterator;
      if (!processor) throw new DefinitionError(`${where}: a Map needs the field 'ItemProcessor'.`);
      return {
        type: 'Map',
        name,
        ...produced(s),
        ...recovery(s, inState, produced),
        next: nextOf(s, where),
        items: template(refuseInJsonPath(s.Items, 'Items', inState), 'Items'),
        itemSelector: template(refuseInJsonPath(s.ItemSelector, 'ItemSelector', inState), 'ItemSelector'),
        maxConcurrency: template(s.MaxConcurrency, 'MaxConcurrency'),
        toleratedFailureCount: template(s.ToleratedFailureCount, 'ToleratedFailureCount'),
        toleratedFailurePercentage: template(s.ToleratedFailurePercentage, 'ToleratedFailurePercentage'),
        processor: readMachine(processor, language, reading),
      };
    }
    default:
      throw new DefinitionError(
        `${where}: the field 'Type' is '${written.Type}', which is no state of the language.`,
      );
  }
}

interface InState extends Reading {
  readonly where: string;
  readonly language: Language;
}

interface Produced {
  readonly Assign?: JsonObject | undefined;
  readonly Output?: Json | undefined;
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

function refuseInJsonPath(value: Json | undefined, field: string, state: InState): Json | undefined {
  if (value !== undefined && state.language === 'JSONPath') {
    throw new DefinitionError(
      `${state.where}: the field '${field}' belongs to JSONata, but the state is in JSONPath.`,
    );
  }
  return value;
}

function readTemplate(value: Json, field: string, state: InState): Template {
  if (state.language === 'JSONPath') return { kind: 'literal', value };
  try {
    return compileTemplate(value, field, state.random);
  } catch (error) {
    throw new DefinitionError(
      `${state.where}: the field '${field}' cannot be used: ${error instanceof Error ? error.message : error}`,
    );
  }
}

const VARIABLE = /^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u;

function readAssign(written: JsonObject | undefined, field: string, state: InState): Assignment | undefined {
  if (written === undefined) return undefined;
  for (const name of Object.keys(written)) {
    const bare = state.language === 'JSONPath' ? name.replace(/\.\$$/, '') : name;
    if (!VARIABLE.test(bare) || bare === 'states') {
      throw new DefinitionError(`${state.where}: the field '${field}' cannot name a variable '${name}'.`);
    }
  }
  if (state.language === 'JSONata')
    return { kind: 'template', template: readTemplate(written, field, state) };
  const literals: JsonObject = {};
  const paths = [];
  for (const [name, value] of Object.entries(written)) {
    if (!name.endsWith('.$')) {
      if (isJsonObject(value) || Array.isArray(value)) {
        throw new DefinitionError(
          `${state.where}: the field '${field}/${name}' nests JSONPath; this host runs JSONata only.`,
        );
      }
      literals[name] = value;
      continue;
    }
    const path = typeof value === 'string' ? parseReferencePath(value) : undefined;
    if (!path) {
      throw new DefinitionError(
        `${state.where}: the field '${field}/${name}' is more JSONPath than a reference path; this host runs JSONata only.`,
      );
    }
    paths.push([name.slice(0, -2), path] as const);
  }
  return { kind: 'paths', literals: { kind: 'literal', value: literals }, paths };
}

function recovery(
  written: {
    readonly Retry?: readonly (typeof shape.retrierSchema)['_output'][] | undefined;
    readonly Catch?: readonly (typeof shape.catcherSchema)['_output'][] | undefined;
  },
  state: InState,
  produced: (from: Produced, prefix: string) => Pick<Catcher, 'assign' | 'output'>,
): { retry: Retrier[]; catch: Catcher[] } {
  checkAllAlone(written.Retry, 'Retry', state);
  checkAllAlone(written.Catch, 'Catch', state);
  return {
    retry: (written.Retry ?? []).map(retrier => ({
      errorEquals: retrier.ErrorEquals,
      intervalSeconds: retrier.IntervalSeconds ?? 1,
      backoffRate: retrier.BackoffRate ?? 2,
      maxAttempts: retrier.MaxAttempts ?? 3,
      maxDelaySeconds: retrier.MaxDelaySeconds,
      fullJitter: retrier.JitterStrategy === 'FULL',
    })),
    catch: (written.Catch ?? []).map((catcher, index) => ({
      errorEquals: catcher.ErrorEquals,
      next: catcher.Next,
      ...produced(catcher, `Catch[${index}]/`),
    })),
  };
}

/** States.ALL must stand alone in its list and in the last entry. */
function checkAllAlone(
  entries: readonly { readonly ErrorEquals: readonly string[] }[] | undefined,
  field: string,
  state: InState,
): void {
  entries?.forEach(({ ErrorEquals }, index) => {
    if (!ErrorEquals.includes('States.ALL')) return;
    if (ErrorEquals.length > 1 || index < entries.length - 1) {
      throw new DefinitionError(
        `${state.where}: in the field '${field}', States.ALL must stand alone and in the last entry.`,
      );
    }
  });
}

function nextOf(
  written: { readonly Next?: string | undefined; readonly End?: boolean | undefined },
  where: string,
): string | undefined {
  if ((written.Next === undefined) === (written.End !== true)) {
    throw new DefinitionError(`${where}: needs exactly one of the fields 'Next' and 'End'.`);
  }
  return written.Next;
}
