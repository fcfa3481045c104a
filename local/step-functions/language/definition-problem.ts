import type * as z from 'zod';
import { DISTRIBUTED_FIELDS, JSONPATH_FIELDS } from './definition-schema.ts';

/** A definition was refused; the message names each state and field. */
export class DefinitionError extends Error {}

/** Reads `value` by a schema; what does not fit throws a DefinitionError that names `where` and the field. */
export function readShape<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const read = schema.safeParse(value, { reportInput: false });
  if (read.success) return read.data;
  throw new DefinitionError(read.error.issues.map(issue => sentence(issue, where)).join(' '));
}

function sentence(issue: z.core.$ZodIssue, where: string): string {
  const path = issue.path.map(String).join('/');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => `${where}: ${refusal(path === '' ? key : `${path}/${key}`, key)}`).join(' ');
  }
  if (path.endsWith('ProcessorConfig/Mode')) {
    return `${where}: the field '${path}' may only be INLINE; a distributed Map is not supported by this host.`;
  }
  return `${where}: the field '${path}' cannot be used: ${issue.message}.`;
}

function refusal(field: string, key: string): string {
  if (JSONPATH_FIELDS.has(key)) {
    return `the field '${field}' belongs to JSONPath; this host runs JSONata only.`;
  }
  if (DISTRIBUTED_FIELDS.has(key)) {
    return `the field '${field}' belongs to a distributed Map, which this host does not support.`;
  }
  return `the field '${field}' is not supported by this host.`;
}
