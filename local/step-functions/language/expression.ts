import jsonata from 'jsonata';
import type { Json, JsonObject } from './json.ts';
import { addStatesFunctions } from './jsonata-functions.ts';
import { EvaluationError } from './state-error.ts';

/** What an expression can see: `$states`, the variables in scope, and the host's time. */
export interface Scope {
  readonly states: JsonObject;
  readonly variables: JsonObject;
  /** Milliseconds since the epoch, for $now and $millis. */
  readonly now: number;
}

/** One `{% … %}` of a definition, compiled. */
export interface Expression {
  /** The text between `{%` and `%}`, trimmed. */
  readonly source: string;
  /** The field that holds it, e.g. `Output/total`, as reports name it. */
  readonly field: string;
  readonly compiled: jsonata.Expression;
}

/** Guards against expressions that never end: depth of the JSONata stack, world milliseconds. */
const GUARDS = { stack: 2_000, timeout: 10_000 };

const formatInstant = jsonata('$fromMillis($millis, $picture, $timezone)');

/** The text between the marks when a whole string is an expression; surrounding blanks make it a literal. */
export function expressionIn(text: string): string | undefined {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4
    ? text.slice(2, -2).trim()
    : undefined;
}

/** Compiles an expression; a syntax error is thrown as a sentence. */
export function compileExpression(source: string, field: string, random: () => number): Expression {
  let compiled: jsonata.Expression;
  try {
    compiled = jsonata(source, GUARDS);
  } catch (error) {
    throw new Error(
      `The JSONata expression '${source}' specified for the field '${field}' is not valid. ${messageOf(error)}`,
      { cause: error },
    );
  }
  addStatesFunctions(compiled, random);
  return { source, field, compiled };
}

/** The value of an expression. Nothing, a function, or a thrown error is an EvaluationError. */
export async function evaluateExpression(expression: Expression, scope: Scope): Promise<Json> {
  const said = `The JSONata expression '${expression.source}' specified for the field '${expression.field}'`;
  let value: unknown;
  try {
    value = await expression.compiled.evaluate(undefined, {
      ...scope.variables,
      states: scope.states,
      millis: () => scope.now,
      now: (picture?: string, timezone?: string) =>
        formatInstant.evaluate(undefined, { millis: scope.now, picture, timezone }),
    });
  } catch (error) {
    throw new EvaluationError(expression.field, `${said} threw an error during evaluation${tailOf(error)}`);
  }
  // A round trip through text drops what JSON cannot hold: JSONata's sequence marks, undefined members.
  const text = JSON.stringify(value, (_key, member) => {
    if (isFunction(member)) throw new EvaluationError(expression.field, `${said} returned a function.`);
    return member;
  });
  if (text === undefined)
    throw new EvaluationError(expression.field, `${said} returned nothing (undefined).`);
  return JSON.parse(text);
}

/** A function of JSONata's or of its own library, in the forms that its interpreter gives them. */
function isFunction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'function';
  return '_jsonata_lambda' in value || '_jsonata_function' in value;
}

/** AWS ends its sentence with a coded message of JSONata's after a full stop, and with any other after a colon. */
function tailOf(error: unknown): string {
  const coded =
    typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
  return `${coded ? '.' : ':'} ${messageOf(error)}`;
}

function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code}: ` : '';
  const message = 'message' in error ? String(error.message) : 'unknown error';
  return `${code}${message}`;
}
