import { isJsonObject, type Json } from './json.ts';

/**
 * A JSONPath reference path (`$.a.b[0]`, `$$.Execution.Name`): the only piece of JSONPath this host runs, so that
 * a JSONPath state may hand a value over to JSONata states through Assign.
 */
export interface ReferencePath {
  readonly text: string;
  readonly root: 'input' | 'context' | { readonly variable: string };
  readonly steps: readonly (string | number)[];
}

const STEP = /\.([A-Za-z_][\w-]*)|\['([^']*)'\]|\[(\d+)\]/y;

/** Reads a reference path; anything richer (filters, wildcards, functions) gives undefined. */
export function parseReferencePath(text: string): ReferencePath | undefined {
  const head = /^\$(\$|[A-Za-z_]\w*)?/.exec(text);
  if (!head) return undefined;
  const steps: (string | number)[] = [];
  for (let at = head[0].length; at < text.length; at = STEP.lastIndex) {
    STEP.lastIndex = at;
    const step = STEP.exec(text);
    if (!step) return undefined;
    steps.push(step[3] === undefined ? (step[1] ?? step[2] ?? '') : Number(step[3]));
  }
  const root = head[1] === undefined ? 'input' : head[1] === '$' ? 'context' : { variable: head[1] };
  return { text, root, steps };
}

/** The value at the path, or undefined when there is none. */
export function followReferencePath(
  steps: readonly (string | number)[],
  start: Json | undefined,
): Json | undefined {
  let value = start;
  for (const step of steps) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined;
    else value = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}
