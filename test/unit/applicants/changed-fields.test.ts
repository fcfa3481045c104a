import { expect, test } from 'vitest';
import { changedFields } from '../../../functions/domain/applicants/changed-fields.ts';

test('fields that differ are named by pointer, what came and what went like what changed', () => {
  const before = { applicant: { name: 'A', phone: '1', representative: { name: 'B', identityNumber: '2' } } };
  const after = {
    applicant: { name: 'A', email: 'a@b', representative: { name: 'C', identityNumber: '2' } },
  };
  expect(changedFields(before, after)).toEqual([
    '/applicant/email',
    '/applicant/phone',
    '/applicant/representative/name',
  ]);
  expect(changedFields(before, structuredClone(before))).toEqual([]);
  expect(changedFields({ a: undefined }, {})).toEqual([]);
});

test('a member that is there or not is one change, whatever is in it', () => {
  expect(changedFields({ guardian: { name: 'A' } }, {})).toEqual(['/guardian']);
});
