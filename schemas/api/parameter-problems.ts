import type * as z from 'zod';
import { typedResultNumber } from '../codes/result-number.ts';
import { typedDossierCode } from '../codes/typed-dossier-code.ts';
import type { ProblemCode } from './problem-codes.ts';

/** The problems for a path with an invalid dossier code or result number. */
const NAMED: readonly (readonly [string, z.ZodType, ProblemCode])[] = [
  ['code', typedDossierCode, 'dossier-code-invalid'],
  ['number', typedResultNumber, 'result-number-invalid'],
];

/** The problem for parameters that do not match their schema. */
export function problemOfParameters(schema: z.ZodObject, error: z.ZodError): ProblemCode {
  const named = NAMED.find(
    ([name, code]) => schema.shape[name] === code && error.issues.some(issue => issue.path[0] === name),
  );
  return named?.[2] ?? 'parameter-invalid';
}
