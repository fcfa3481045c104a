import { expect, test } from 'vitest';
import * as z from 'zod';
import { parseBody, parseParameters } from '../../../functions/kernel/http/parse-request.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { says } from '../../../schemas/words.ts';

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
      return error.faults.map(({ pointer, message }) => `${pointer} ${message.en}`);
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

test('messages are there in Vietnamese too: of types, of the reader, and of rules that give their own', () => {
  const rule = z.strictObject({
    count: z.int(),
    code: z.string().regex(/^\d$/, says({ vi: 'một chữ số', en: 'one digit' })),
    name: z.string(),
  });
  try {
    parseBody(rule, { count: 'x', code: 'y', more: 1 });
    expect.unreachable();
  } catch (error) {
    expect((error as ProblemError).detail).toEqual({
      vi: '4 mục chưa hợp lệ.',
      en: '4 fields are invalid.',
    });
    const [count, code, name, more] = (error as ProblemError).faults.map(fault => fault.message);
    expect(count).toEqual({ vi: 'phải là số', en: 'must be a number' });
    expect(code).toEqual({ vi: 'một chữ số', en: 'one digit' });
    expect(name).toEqual({ vi: 'cần điền mục này', en: 'is missing' });
    expect(more).toEqual({ vi: 'không có mục này', en: 'unknown field' });
  }
});
