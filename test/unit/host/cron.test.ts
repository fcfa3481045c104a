import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../local/events/cron.ts';
import { HostError } from '../../../local/host/host-error.ts';

const next = (expression: string, after: string, zone?: string) => {
  const instant = readSchedule(expression, zone).next(Date.parse(after), Date.parse('2026-01-01T00:00:30Z'));
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

describe('a schedule expression', () => {
  it.each([
    ['rate(1 minute)', '2026-01-01T00:00:30Z', '2026-01-01T00:01:30.000Z'],
    ['rate(5 minutes)', '2026-01-01T00:05:29.999Z', '2026-01-01T00:05:30.000Z'],
    ['rate(5 minutes)', '2026-01-01T00:05:30Z', '2026-01-01T00:10:30.000Z'],
    ['rate(1 day)', '2026-02-01T12:00:00Z', '2026-02-02T00:00:30.000Z'],
    ['cron(0 10 * * ? *)', '2026-03-05T09:59:59Z', '2026-03-05T10:00:00.000Z'],
    ['cron(0 10 * * ? *)', '2026-03-05T10:00:00Z', '2026-03-06T10:00:00.000Z'],
    ['cron(0/15 8-17 ? * MON-FRI *)', '2026-03-06T17:45:00Z', '2026-03-09T08:00:00.000Z'],
    ['cron(0 0 L * ? *)', '2026-02-10T00:00:00Z', '2026-02-28T00:00:00.000Z'],
    ['cron(0 0 ? * 6L *)', '2026-02-10T00:00:00Z', '2026-02-27T00:00:00.000Z'],
    ['cron(0 0 ? * MON#1 *)', '2026-02-10T00:00:00Z', '2026-03-02T00:00:00.000Z'],
    ['cron(0 0 15W * ? *)', '2026-02-01T00:00:00Z', '2026-02-16T00:00:00.000Z'],
    ['cron(0 0 1W * ? *)', '2026-07-30T00:00:00Z', '2026-08-03T00:00:00.000Z'],
    ['cron(30 2 29 FEB ? *)', '2026-03-01T00:00:00Z', '2028-02-29T02:30:00.000Z'],
    ['at(2026-05-01T00:00:00)', '2026-01-01T00:00:00Z', '2026-05-01T00:00:00.000Z'],
  ])('%s after %s is %s', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it('counts in the zone it is given, over a change of summer time too', () => {
    expect(next('cron(0 8 * * ? *)', '2026-03-05T00:30:00Z', 'Asia/Ho_Chi_Minh')).toBe(
      '2026-03-05T01:00:00.000Z',
    );
    expect(next('cron(0 8 * * ? *)', '2026-03-28T12:00:00Z', 'Europe/Paris')).toBe(
      '2026-03-29T06:00:00.000Z',
    );
    expect(next('at(2026-05-01T00:00:00)', '2026-01-01T00:00:00Z', 'Asia/Ho_Chi_Minh')).toBe(
      '2026-04-30T17:00:00.000Z',
    );
  });

  it('has no next instant after its last', () => {
    expect(next('cron(0 0 1 1 ? 2025)', '2026-01-01T00:00:00Z')).toBeUndefined();
    expect(next('at(2025-05-01T00:00:00)', '2026-01-01T00:00:00Z')).toBeUndefined();
  });

  it.each([
    'every(1 day)',
    'rate(0 minutes)',
    'rate(1 second)',
    'cron(0 10 * * * *)',
    'cron(0 10 ? * ? *)',
    'cron(61 * * * ? *)',
    'cron(* * * *)',
    'cron(0 0 1 FOO ? *)',
    'at(tomorrow)',
  ])('%s is refused', expression => {
    expect(() => readSchedule(expression)).toThrow(HostError);
  });
});
