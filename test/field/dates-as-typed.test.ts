import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../functions/domain/vietnam-time.ts';
import { calendarDate } from '../../schemas/calendar.ts';
import { explainRequest } from '../../schemas/deadline.ts';

const limit = { amount: 5, unit: 'workingDay' };

describe('camunda/camunda#18167: dates that do not exist are refused, not moved', () => {
  test.each([
    '2026-11-31T09:00:00+07:00',
    '2026-02-29T09:00:00+07:00',
    '2026-11-23T24:00:00+07:00',
    '2026-11-23T09:60:00+07:00',
    '2026-11-23T09:00:60+07:00',
    '2026-11-23T09:00:00',
    '2026-11-23',
  ])('%s', receivedAt => {
    expect(explainRequest.safeParse({ receivedAt, limit }).success).toBe(false);
    expect(() => parseInstant(receivedAt)).toThrow();
  });
  test.each(['2026-11-31', '2026-02-29', '2026-13-01', '26-11-2026'])('the day %s', day => {
    expect(calendarDate.safeParse(day).success).toBe(false);
  });
});
