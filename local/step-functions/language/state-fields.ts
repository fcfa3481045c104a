import type { TaskIntegrations } from '../interpreter/task-integrations.ts';
import { DefinitionError } from './definition-problem.ts';
import type * as shape from './definition-schema.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { Assignment, Catcher, Machine, Retrier } from './machine.ts';
import { parseReferencePath, type ReferencePath } from './reference-path.ts';
import { compileTemplate, type Template } from './template.ts';

export type Language = 'JSONata' | 'JSONPath';

export interface WrittenMachine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, { readonly Type: string }>>;
}

/** What the fields of a state are read with. */
export interface FieldsDeps {
  /** How the state is named in refusals. */
  readonly where: string;
  readonly language: Language;
  readonly random: () => number;
  readonly integrations: TaskIntegrations;
  /** Reads a machine inside the state. */
  readonly machine: (written: WrittenMachine) => Machine;
}

interface Produces {
  readonly Assign?: JsonObject | undefined;
  readonly Output?: Json | undefined;
}

interface Recovers {
  readonly Retry?: readonly (typeof shape.retrierSchema)['_output'][] | undefined;
  readonly Catch?: readonly (typeof shape.catcherSchema)['_output'][] | undefined;
}

const VARIABLE = /^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u;

/** Reads the fields that several types of states have, in the state's language. */
export class StateFields {
  readonly deps: FieldsDeps;

  constructor(deps: FieldsDeps) {
    this.deps = deps;
  }

  refuse(what: string): never {
    throw new DefinitionError(`${this.deps.where}: ${what}`);
  }

  template(value: Json, field: string): Template {
    if (this.deps.language === 'JSONPath') return { kind: 'literal', value };
    try {
      return compileTemplate(value, field, this.deps.random);
    } catch (error) {
      return this.refuse(
        `the field '${field}' cannot be used: ${error instanceof Error ? error.message : error}`,
      );
    }
  }

  optional(value: Json | undefined, field: string): Template | undefined {
    return value === undefined ? undefined : this.template(value, field);
  }

  /** A field that JSONPath knows by another name, or not at all. */
  inJsonata(value: Json | undefined, field: string): Template | undefined {
    if (value !== undefined && this.deps.language === 'JSONPath')
      this.refuse(`the field '${field}' belongs to JSONata, but the state is in JSONPath.`);
    return this.optional(value, field);
  }

  produced(from: Produces, prefix = ''): Pick<Catcher, 'assign' | 'output'> {
    return {
      assign: this.#assign(from.Assign, `${prefix}Assign`),
      output: this.inJsonata(from.Output, `${prefix}Output`),
    };
  }

  next(written: { readonly Next?: string | undefined; readonly End?: boolean | undefined }) {
    if ((written.Next === undefined) === (written.End !== true))
      this.refuse(`needs exactly one of the fields 'Next' and 'End'.`);
    return written.Next;
  }

  recovery(written: Recovers): { retry: Retrier[]; catch: Catcher[] } {
    this.#checkAllAlone(written.Retry, 'Retry');
    this.#checkAllAlone(written.Catch, 'Catch');
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
        ...this.produced(catcher, `Catch[${index}]/`),
      })),
    };
  }

  /** States.ALL must stand alone in its list and in the last entry. */
  #checkAllAlone(
    entries: readonly { readonly ErrorEquals: readonly string[] }[] | undefined,
    field: string,
  ): void {
    entries?.forEach(({ ErrorEquals }, index) => {
      if (!ErrorEquals.includes('States.ALL')) return;
      if (ErrorEquals.length > 1 || index < entries.length - 1)
        this.refuse(`in the field '${field}', States.ALL must stand alone and in the last entry.`);
    });
  }

  #assign(written: JsonObject | undefined, field: string): Assignment | undefined {
    if (written === undefined) return undefined;
    const inJsonata = this.deps.language === 'JSONata';
    for (const name of Object.keys(written)) {
      const bare = inJsonata ? name : name.replace(/\.\$$/, '');
      if (!VARIABLE.test(bare) || bare === 'states')
        this.refuse(`the field '${field}' cannot name a variable '${name}'.`);
    }
    return inJsonata
      ? { kind: 'template', template: this.template(written, field) }
      : this.#assignByPaths(written, field);
  }

  #assignByPaths(written: JsonObject, field: string): Assignment {
    const literals: JsonObject = {};
    const paths: (readonly [string, ReferencePath])[] = [];
    for (const [name, value] of Object.entries(written)) {
      if (name.endsWith('.$')) paths.push([name.slice(0, -2), this.#path(value, `${field}/${name}`)]);
      else if (isJsonObject(value) || Array.isArray(value))
        this.refuse(`the field '${field}/${name}' nests JSONPath; this host runs JSONata only.`);
      else literals[name] = value;
    }
    return { kind: 'paths', literals: { kind: 'literal', value: literals }, paths };
  }

  #path(value: Json, field: string): ReferencePath {
    const path = typeof value === 'string' ? parseReferencePath(value) : undefined;
    return (
      path ??
      this.refuse(`the field '${field}' is more JSONPath than a reference path; this host runs JSONata only.`)
    );
  }
}
