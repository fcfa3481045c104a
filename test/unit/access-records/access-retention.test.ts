import { expect, test } from 'vitest';
import { accessKeptSince, accessKeptUntil } from '../../../functions/domain/rights/access-retention.ts';
import { parseInstant, toRfc3339 } from '../../../functions/domain/vietnam-time.ts';

const until = (at: string) => toRfc3339(accessKeptUntil(parseInstant(at)));

test('a read is recorded for five years, to the end of the day', () => {
  expect(until('2026-11-21T22:00:00+07:00')).toBe('2031-11-22T00:00:00+07:00');
  expect(until('2028-02-29T08:00:00+07:00')).toBe('2033-03-02T00:00:00+07:00');
  expect(accessKeptSince(parseInstant('2031-11-21T23:59:59+07:00'))).toBe('2026-11-21');
});

test('before the first rule nothing is known', () => {
  expect(() => until('2023-06-30T23:00:00+07:00')).toThrow('law/access-records.json');
});
