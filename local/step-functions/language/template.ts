import {
  compileExpression,
  type Expression,
  evaluateExpression,
  expressionIn,
  type Scope,
} from './expression.ts';
import { isJsonObject, type Json } from './json.ts';
import { EvaluationError } from './state-error.ts';

/** A payload of a definition (Output, Assign, Arguments, ItemSelector …) with its expressions compiled. */
export type Template =
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'array'; readonly items: readonly Template[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Template])[] };

/** Compiles a payload; `field` is its name, for reports. A bad expression throws a sentence. */
export function compileTemplate(value: Json, field: string, random: () => number): Template {
  if (typeof value === 'string') {
    const source = expressionIn(value);
    return source === undefined
      ? { kind: 'literal', value }
      : { kind: 'expression', expression: compileExpression(source, field, random) };
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => compileTemplate(item, `${field}[${index}]`, random));
    return items.every(item => item.kind === 'literal')
      ? { kind: 'literal', value }
      : { kind: 'array', items };
  }
  if (isJsonObject(value)) {
    const entries = Object.entries(value).map(
      ([key, item]) => [key, compileTemplate(item, `${field}/${key}`, random)] as const,
    );
    return entries.every(([, item]) => item.kind === 'literal')
      ? { kind: 'literal', value }
      : { kind: 'object', entries };
  }
  return { kind: 'literal', value };
}

/** The value of a payload in a scope. */
export async function evaluateTemplate(template: Template, scope: Scope): Promise<Json> {
  switch (template.kind) {
    case 'literal':
      return structuredClone(template.value);
    case 'expression':
      return evaluateExpression(template.expression, scope);
    case 'array': {
      const items: Json[] = [];
      for (const item of template.items) items.push(await evaluateTemplate(item, scope));
      return items;
    }
    case 'object': {
      const result: { [key: string]: Json } = {};
      for (const [key, item] of template.entries) result[key] = await evaluateTemplate(item, scope);
      return result;
    }
  }
}

/** The value of a field that must have one type; anything else is an EvaluationError in the service's words. */
export async function evaluateAs<T extends Json>(
  template: Template,
  scope: Scope,
  field: string,
  expected: string,
  accepts: (value: Json) => value is T,
): Promise<T> {
  const value = await evaluateTemplate(template, scope);
  if (accepts(value)) return value;
  const subject =
    template.kind === 'expression'
      ? `The JSONata expression '${template.expression.source}' specified for the field '${field}'`
      : `The value specified for the field '${field}'`;
  throw new EvaluationError(
    field,
    `${subject} returned an unexpected result type. Expected '${expected}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`,
  );
}

function typeName(value: Json): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

export const isNumber = (value: Json): value is number => typeof value === 'number';
export const isString = (value: Json): value is string => typeof value === 'string';
export const isBoolean = (value: Json): value is boolean => typeof value === 'boolean';
