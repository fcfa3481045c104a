import { expect, test } from 'vitest';
import * as z from 'zod';
import { ProblemError } from '../../../functions/domain/problem.ts';
import { parseBody, parseParameters } from '../../../functions/platform/http/parse-request.ts';

const shape = z.strictObject({
  reason: z.string().min(1),
  format: z.enum(['csv', 'xlsx']),
  rows: z.array(z.strictObject({ count: z.int() })),
});

/** Each fault, as where and what. */
function faultsOf(parse: () => unknown): string[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof ProblemError)
      return error.faults.map(({ pointer, message }) => `${pointer} ${message}`);
    throw error;
  }
  return [];
}

test('what is missing, what is unknown and what is wrong are told apart, each by its place', () => {
  expect(faultsOf(() => parseBody(shape, { rows: [{}], extra: 1 }))).toEqual([
    '/reason is missing',
    '/format is missing',
    '/rows/0/count is missing',
    '/extra unknown field',
  ]);
  const [wrong] = faultsOf(() => parseBody(shape, { reason: '', format: 'csv', rows: [] }));
  expect(wrong).toMatch(/^\/reason (?!is missing)/);
  expect(faultsOf(() => parseParameters(z.strictObject({ q: z.string() }), {}))).toEqual(['/q is missing']);
});

test('what keeps its own words keeps them', () => {
  const own = z.strictObject({ code: z.string('name a dossier') });
  expect(faultsOf(() => parseBody(own, {}))).toEqual(['/code name a dossier']);
});
