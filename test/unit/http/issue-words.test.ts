import { expect, test } from 'vitest';
import * as z from 'zod';
import { readBy } from '../../../schemas/wording/field-faults.ts';
import { faultAt, says } from '../../../schemas/words.ts';

const union = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('a') }),
  z.strictObject({ kind: z.literal('b') }),
]);

const own = z.string().superRefine((text, context) => {
  context.addIssue(faultAt([], { vi: `không nhận “${text}”`, en: `“${text}” is not taken` }));
});

test.each([
  [z.string(), 7, 'phải là chuỗi ký tự', 'must be a string'],
  [z.string(), undefined, 'cần điền mục này', 'is missing'],
  [z.int(), 1.5, 'phải là số nguyên', 'must be a whole number'],
  [z.boolean(), 'x', 'phải là true hoặc false', 'must be true or false'],
  [z.array(z.string()), 'x', 'phải là danh sách', 'must be a list'],
  [z.strictObject({}), 'x', 'phải là đối tượng JSON', 'must be a JSON object'],
  [z.string().min(1), '', 'không được để trống', 'must not be empty'],
  [z.string().min(3), 'x', 'phải có ít nhất 3 ký tự', 'must have at least 3 characters'],
  [z.string().max(1), 'xx', 'chỉ được nhiều nhất 1 ký tự', 'must have at most 1 character'],
  [z.array(z.string()).min(1), [], 'phải có ít nhất 1 mục', 'must have at least 1 item'],
  [z.number().min(2), 1, 'phải từ 2 trở lên', 'must be at least 2'],
  [z.number().gt(2), 2, 'phải lớn hơn 2', 'must be more than 2'],
  [z.number().max(2), 3, 'phải từ 2 trở xuống', 'must be at most 2'],
  [z.number().lt(2), 2, 'phải nhỏ hơn 2', 'must be less than 2'],
  [z.number().multipleOf(5), 3, 'phải chia hết cho 5', 'must be a multiple of 5'],
  [z.enum(['csv', 'xlsx']), 'pdf', 'phải là một trong: csv, xlsx', 'must be one of: csv, xlsx'],
  [z.literal('csv'), 'pdf', 'phải là csv', 'must be csv'],
  [
    z.iso.date(),
    '2026-02-30',
    'phải là một ngày có thật, dạng YYYY-MM-DD',
    'must be an existing date in the form YYYY-MM-DD',
  ],
  [z.union([z.string(), z.number()]), true, 'không đúng dạng nào', 'matches none of the accepted forms'],
  [z.string().regex(/^a$/), 'b', 'phải theo mẫu /^a$/', 'must match /^a$/'],
  [z.string().regex(/^a$/, says({ vi: 'chỉ chữ a', en: 'only the letter a' })), 'b', 'chỉ chữ a', 'only the'],
  [own, 'này', 'không nhận “này”', '“này” is not taken'],
] as const)('what %o says of %j is in both languages', (schema, value, vi, en) => {
  const reading = readBy(schema as z.ZodType, value);
  if (!('faults' in reading)) throw new Error('it was taken');
  expect(reading.faults[0]?.message).toEqual({
    vi: expect.stringContaining(vi),
    en: expect.stringContaining(en),
  });
});

test('a kind that does not exist is told those that do', () => {
  const reading = readBy(union, { kind: 'c' });
  expect('faults' in reading && reading.faults).toEqual([
    { pointer: '/kind', message: { vi: expect.any(String), en: expect.any(String) } },
  ]);
});
