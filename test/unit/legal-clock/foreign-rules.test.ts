import { describe, expect, test } from 'vitest';
import type { Interruption } from '../../../functions/domain/legal-clock/interruptions.ts';
import { legalClock, mustBeDue } from '../../../functions/domain/legal-clock/legal-clock.ts';
import type { Limit } from '../../../schemas/calendar.ts';
import { type ClockRules, clockRules } from '../../../schemas/deadline.ts';
import { at, national, text } from './fixtures.ts';

/** Another country's law, where silence after a term means consent: calendar days, every day worked, pauses with both their days. */
const silenceRules: ClockRules = clockRules.parse({
  ...national.rules,
  id: 'silence-means-consent',
  lastDayOff: 'keep',
  dueMoment: 'startOfNextDay',
  pauseDays: { first: 'skipped', last: 'skipped' },
  monthsFrom: 'dayAfter',
});
const everyDay = {
  ...national.calendar,
  weeklyDaysOff: [],
  years: [{ year: 2023, provisional: false, notices: [], daysOff: [], saturdaysWorked: [] }],
};
const silence = legalClock({ ...national, calendar: everyDay, rules: silenceRules });
const pause = (from: string, to: string, resume: Interruption['resume'] = 'resume') => ({
  from: at(from),
  to: at(to),
  resume,
});

describe('a foreign law as configuration', () => {
  const months: Limit = { amount: 2, unit: 'month' };
  const first = pause('2023-05-20 15:00', '2023-05-25 12:00');
  const second = pause('2023-05-30 18:00', '2023-06-03 08:00');
  test.each([
    ['two months', '2023-05-15 12:00', months, [], '2023-07-16'],
    ['thirty days', '2023-05-15 12:00', { amount: 30, unit: 'calendarDay' }, [], '2023-06-15'],
    ['eight weeks', '2023-05-15 12:00', { amount: 56, unit: 'calendarDay' }, [], '2023-07-11'],
    ['a pause of six days, both ends included', '2023-05-15 12:00', months, [first], '2023-07-22'],
    ['two pauses', '2023-05-15 12:00', months, [first, second], '2023-07-27'],
    ['a restart', '2023-05-15 12:00', months, [{ ...first, resume: 'restart' }], '2023-07-26'],
    [
      'a restart, then a pause',
      '2023-05-15 12:00',
      months,
      [{ ...first, resume: 'restart' }, second],
      '2023-07-31',
    ],
    [
      'from the 29th',
      '2023-06-29 12:00',
      months,
      [pause('2023-06-30 12:00', '2023-07-01 12:00')],
      '2023-09-01',
    ],
    [
      'from the 30th',
      '2023-07-30 12:00',
      months,
      [pause('2023-07-31 12:00', '2023-08-01 12:00')],
      '2023-10-02',
    ],
    [
      'from the 31st',
      '2023-07-31 12:00',
      months,
      [pause('2023-08-01 12:00', '2023-08-02 12:00')],
      '2023-10-03',
    ],
    [
      'from the 30th of a month of thirty',
      '2023-06-30 12:00',
      months,
      [pause('2023-07-01 12:00', '2023-07-02 12:00')],
      '2023-09-03',
    ],
  ] as const)('%s', (_, start, limit, interruptions, expected) => {
    const answer = mustBeDue(silence.explain({ start: at(start), limit, interruptions }));
    expect(text(answer.dueAt)).toBe(`${expected} 00:00`);
    expect(answer.dueOn).toBe(expected);
    expect(answer.entries.at(-1)).toMatchObject({ counted: true, reason: 'calendarDay' });
  });
});

describe('each rule by itself', () => {
  const due = (changes: Partial<ClockRules>, start: string, limit: Limit, ...interruptions: Interruption[]) =>
    text(
      mustBeDue(
        legalClock({ ...national, rules: { ...national.rules, ...changes } }).dueOf({
          start: at(start),
          limit,
          interruptions,
        }),
      ).dueAt,
    );
  const days = (amount: number): Limit => ({ amount, unit: 'workingDay' });
  const month: Limit = { amount: 1, unit: 'month' };

  test('receiptDay counted', () => {
    expect(due({ receiptDay: 'counted' }, '2026-11-16 10:00', days(2))).toBe('2026-11-17 17:00');
    expect(due({ receiptDay: 'counted' }, '2026-11-16 18:00', days(1))).toBe('2026-11-17 17:00');
    expect(due({ receiptDay: 'counted' }, '2026-03-10 10:00', month)).toBe('2026-04-09 17:00');
    expect(due({ receiptDay: 'counted' }, '2026-03-10 10:00', { amount: 0, unit: 'month' })).toBe(
      '2026-03-10 17:00',
    );
  });
  test('lastDayOff keep', () => {
    const keep = { lastDayOff: 'keep' } as const;
    expect(due(keep, '2026-11-16 10:00', { amount: 5, unit: 'calendarDay' })).toBe('2026-11-21 23:59:59');
    expect(due(keep, '2026-11-16 10:00', { amount: 4, unit: 'calendarDay' })).toBe('2026-11-20 17:00');
    expect(due(keep, '2026-11-21 10:00', days(0))).toBe('2026-11-23 17:00');
  });
  test('dueMoment', () => {
    expect(due({ dueMoment: 'endOfDay' }, '2026-11-16 10:00', days(1))).toBe('2026-11-17 23:59:59');
    expect(due({ dueMoment: 'startOfNextDay' }, '2026-11-16 10:00', days(1))).toBe('2026-11-18 00:00');
    expect(due({ dueMoment: 'endOfDay' }, '2026-11-16 10:00', days(1.5))).toBe('2026-11-18 23:59:59');
  });
  test('dueMoment sameClockTime, as provinces count eight hours a day', () => {
    const same = { dueMoment: 'sameClockTime' } as const;
    expect(due(same, '2026-11-16 10:00', days(1))).toBe('2026-11-17 10:00');
    expect(due(same, '2026-11-16 12:00', days(1))).toBe('2026-11-17 13:30');
    expect(due(same, '2026-11-16 05:00', days(1))).toBe('2026-11-17 07:00');
    expect(due(same, '2026-11-20 20:00', days(1))).toBe('2026-11-25 07:00');
    expect(due(same, '2026-11-16 10:00', days(1.5))).toBe('2026-11-17 16:00');
    expect(due(same, '2026-11-16 10:00', days(0.5))).toBe('2026-11-16 16:00');
    expect(due({ ...same, lastDayOff: 'keep' }, '2026-11-20 20:00', { amount: 1, unit: 'calendarDay' })).toBe(
      '2026-11-21 20:00',
    );
    expect(due({ ...same, lastDayOff: 'keep' }, '2026-11-20 20:00', { amount: 3, unit: 'calendarDay' })).toBe(
      '2026-11-23 17:00',
    );
  });
  test('partOfDay wholeDay', () => {
    expect(due({ partOfDay: 'wholeDay' }, '2026-11-16 10:00', days(1.5))).toBe('2026-11-18 17:00');
  });
  test('pauseDays', () => {
    const pauseOverTwoNights = pause('2026-11-17 09:00', '2026-11-19 09:00');
    const sameDay = pause('2026-11-17 09:00', '2026-11-17 10:00');
    const cases = [
      ['counted', 'skipped', '2026-11-23 17:00', '2026-11-19 17:00'],
      ['skipped', 'skipped', '2026-11-25 17:00', '2026-11-20 17:00'],
      ['skipped', 'counted', '2026-11-23 17:00', '2026-11-19 17:00'],
      ['counted', 'counted', '2026-11-20 17:00', '2026-11-19 17:00'],
    ] as const;
    for (const [first, last, long, short] of cases) {
      expect(due({ pauseDays: { first, last } }, '2026-11-16 10:00', days(3), pauseOverTwoNights)).toBe(long);
      expect(due({ pauseDays: { first, last } }, '2026-11-16 10:00', days(3), sameDay)).toBe(short);
    }
  });
  test('with the last day counted, a pause that ends after the close leaves the limit for the next day', () => {
    const rules = { pauseDays: { first: 'skipped', last: 'counted' } } as const;
    expect(due(rules, '2026-11-16 10:00', days(1), pause('2026-11-17 09:00', '2026-11-18 18:00'))).toBe(
      '2026-11-19 17:00',
    );
  });
  test('monthEnd overflow', () => {
    expect(due({ monthEnd: 'overflow' }, '2026-01-31 10:00', month)).toBe('2026-03-03 17:00');
  });
  test('monthsFrom dayAfter: from the end of February', () => {
    expect(due({ monthsFrom: 'dayAfter' }, '2026-02-28 10:00', month)).toBe('2026-03-31 17:00');
    expect(due({ monthsFrom: 'receiptDay' }, '2026-02-28 10:00', month)).toBe('2026-03-30 17:00');
  });
});

test('swapped Saturdays that do not count', () => {
  const calendar = { ...national.calendar, swappedSaturdays: 'notCounted' as const };
  const clock = legalClock({ ...national, calendar });
  const answer = mustBeDue(
    clock.explain({ start: at('2025-04-25 10:00'), limit: { amount: 5, unit: 'workingDay' } }),
  );
  expect(answer.dueOn).toBe('2025-05-07');
  expect(answer.entries[1]).toMatchObject({
    reason: 'swappedSaturdayNotCounted',
    counted: false,
    inPlaceOf: '2025-05-02',
  });
});
