import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  clockTimeOf,
  dateOf,
  dateOfDayNumber,
  minuteOfDay,
  minutesOfClockTime,
  parseDate,
  parseInstant,
  startOfDay,
  toRfc3339,
  weekdayOf,
} from '../../../functions/domain/vietnam-time.ts';
import { instantText } from '../../../schemas/instant.ts';

describe('moments as text', () => {
  test('are written with the Vietnamese offset, a fraction only when there is one', () => {
    expect(toRfc3339(Date.UTC(2026, 10, 21, 12, 40))).toBe('2026-11-21T19:40:00+07:00');
    expect(toRfc3339(Date.UTC(2026, 10, 21, 17, 0, 0, 5))).toBe('2026-11-22T00:00:00.005+07:00');
  });
  test.each([
    ['2026-11-21T19:40:00+07:00', Date.UTC(2026, 10, 21, 12, 40)],
    ['2026-11-21T12:40:00Z', Date.UTC(2026, 10, 21, 12, 40)],
    ['2026-11-21t12:40:00.25z', Date.UTC(2026, 10, 21, 12, 40, 0, 250)],
    ['2026-11-21T12:40:00.123456789-03:30', Date.UTC(2026, 10, 21, 16, 10, 0, 123)],
    ['2026-11-21T12:40:00.12345678901234Z', Date.UTC(2026, 10, 21, 12, 40, 0, 123)],
    ['0020-02-29T00:00:00Z', Date.parse('0020-02-29T00:00:00Z')],
  ])('%s is read', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });
  test.each([
    '2026-11-21T19:40:00',
    '2026-11-21',
    '2025-02-29T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T10:60:00Z',
    '2026-11-21 10:00:00Z',
    '2026-11-21T10:00:00+24:00',
    ' 2026-11-21T10:00:00Z',
    '2026-11-21T10:00:00Z ',
    '',
  ])('"%s" is refused', text => {
    expect(() => parseInstant(text)).toThrow(
      expect.objectContaining({ code: 'badTime', name: 'TimeTextError' }),
    );
  });
  test.each([
    '0001-01-01T00:00:00+23:59',
    '0099-12-31T23:59:59.999999999999Z',
    '9998-12-31T23:59:59-23:59',
    '2026-11-21T12:40:00-00:00',
  ])('whatever the API takes for a moment is one, and is written as one: %s', text => {
    expect(instantText.safeParse(text).success).toBe(true);
    expect(parseInstant(toRfc3339(parseInstant(text)))).toBe(parseInstant(text));
  });
  test.each(['0000-01-01T00:00:00+23:59', '9999-12-31T23:59:59-23:59'])('%s is taken for none', text => {
    expect(instantText.safeParse(text).success).toBe(false);
  });
  test('what is written is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2e12, max: 7e12 }), instant => {
        expect(parseInstant(toRfc3339(instant))).toBe(instant);
        expect(toRfc3339(instant).slice(0, 10)).toBe(dateOf(instant));
        expect(
          startOfDay(dateOf(instant)) +
            minuteOfDay(instant) * 60_000 +
            (((instant % 60_000) + 60_000) % 60_000),
        ).toBe(instant);
      }),
    );
  });
});

describe('days', () => {
  test('begin at midnight in Vietnam', () => {
    expect(dateOf(Date.UTC(2026, 10, 20, 16, 59, 59))).toBe('2026-11-20');
    expect(dateOf(Date.UTC(2026, 10, 20, 17))).toBe('2026-11-21');
    expect(startOfDay('2026-11-21')).toBe(Date.UTC(2026, 10, 20, 17));
  });
  test('have weekdays, and neighbours over 29 February', () => {
    expect(['2026-11-21', '2026-11-22', '2026-11-23', '1969-12-31'].map(weekdayOf)).toEqual([
      'sat',
      'sun',
      'mon',
      'wed',
    ]);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(dateOfDayNumber(parseDate('0999-12-31'))).toBe('0999-12-31');
  });
  test.each(['2025-02-29', '2025-2-1', '2025-00-10', '2025-01-32', 'x2025-01-01', '2025-01-01x'])(
    '"%s" is refused',
    date => {
      expect(() => parseDate(date)).toThrow(`"${date}" is not a day`);
    },
  );
});

test('clock times', () => {
  expect(['00:00', '07:05', '24:00'].map(minutesOfClockTime)).toEqual([0, 425, 1440]);
  expect([0, 425, 1440].map(clockTimeOf)).toEqual(['00:00', '07:05', '24:00']);
  for (const wrong of ['24:01', '7:00', '07:60', 'x07:00', '07:00x']) {
    expect(() => minutesOfClockTime(wrong)).toThrow(`"${wrong}" is not a clock time`);
  }
});

test('every date is the same under any time zone of the machine', () => {
  const script = fileURLToPath(new URL('./zone-probe.ts', import.meta.url));
  const under = (zone: string) =>
    execFileSync(process.execPath, [script], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    });
  const answers = ['UTC', 'America/New_York', 'Asia/Ho_Chi_Minh'].map(under);
  // the probe also prints the machine's own offset, which shows that the zone was really another
  expect(new Set(answers.map(answer => answer.split('\n')[0])).size).toBe(3);
  expect(new Set(answers.map(answer => answer.split('\n')[1])).size).toBe(1);
  expect(answers[0]?.split('\n')[1]).toMatch(/^500 answers [0-9a-f]{64}$/);
}, 30_000);
