import type * as z from 'zod';
import { typedResultNumber } from '../codes/result-number.ts';
import { typedDossierCode } from '../codes/typed-dossier-code.ts';
import type { ProblemCode } from './problem-codes.ts';

/** What is said of a path that names a dossier or a result by something that is no code of one. */
const NAMED: readonly (readonly [string, z.ZodType, ProblemCode])[] = [
  ['code', typedDossierCode, 'dossier-code-invalid'],
  ['number', typedResultNumber, 'result-number-invalid'],
];

/** The problem that parameters which do not fit their schema are answered with. */
export function problemOfParameters(schema: z.ZodObject, error: z.ZodError): ProblemCode {
  const named = NAMED.find(
    ([name, code]) => schema.shape[name] === code && error.issues.some(issue => issue.path[0] === name),
  );
  return named?.[2] ?? 'parameter-invalid';
}
