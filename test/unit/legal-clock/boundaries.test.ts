import { describe, expect, test } from 'vitest';
import { mustBeDue } from '../../../functions/domain/legal-clock/legal-clock.ts';
import type { Limit } from '../../../schemas/calendar.ts';
import { at, nationalClock, text } from './fixtures.ts';

const clock = nationalClock();
const due = (start: string, amount: number, unit: Limit['unit'], sameDay?: Limit['sameDay']) =>
  text(
    mustBeDue(clock.dueOf({ start: at(start), limit: { amount, unit, ...(sameDay && { sameDay }) } })).dueAt,
  );

describe('hours at the edges of office time', () => {
  test.each([
    ['11:30 sharp, an hour: the hour is after lunch', '2026-11-23 11:30', 1, '2026-11-23 14:30'],
    ['used up at 11:30 sharp: due at 11:30, not 13:30', '2026-11-23 10:30', 1, '2026-11-23 11:30'],
    ['17:00 sharp, an hour: next morning', '2026-11-25 17:00', 1, '2026-11-26 08:00'],
    ['used up at 17:00 sharp: due at 17:00, not next morning', '2026-11-23 16:00', 1, '2026-11-23 17:00'],
    ['at noon', '2026-11-23 12:00', 0.5, '2026-11-23 14:00'],
    ['before opening', '2026-11-23 05:10', 0.25, '2026-11-23 07:15'],
    ['midnight, before a holiday', '2026-11-23 00:00', 8, '2026-11-23 17:00'],
    ['midnight, as a holiday begins', '2026-11-24 00:00', 8, '2026-11-25 17:00'],
    ['to the second', '2026-11-23 08:00:30', 1, '2026-11-23 09:00:30'],
    ['28 hours', '2026-11-16 07:00', 28, '2026-11-19 11:00'],
    ['zero, in office time: at once', '2026-11-23 08:00', 0, '2026-11-23 08:00'],
    ['zero, at 11:30 sharp: at once', '2026-11-23 11:30', 0, '2026-11-23 11:30'],
    ['zero, at lunch: when the office opens', '2026-11-23 11:31', 0, '2026-11-23 13:30'],
    ['zero, on a holiday', '2026-11-24 09:00', 0, '2026-11-25 07:00'],
  ])('%s', (_, start, amount, expected) => {
    expect(due(start, amount, 'workingHour')).toBe(expected);
  });
});

describe('days at the edges of the year', () => {
  test.each([
    ['Tết: received on its eve', '2026-02-13 16:59', 1, 'workingDay', '2026-02-23 17:00'],
    ['Tết: received on a day of it', '2026-02-17 09:00', 1, 'workingDay', '2026-02-23 17:00'],
    ['30/4–1/5 2026', '2026-04-29 09:00', 1, 'workingDay', '2026-05-04 17:00'],
    ['2/9 with its swapped Saturday', '2026-08-21 09:00', 1, 'workingDay', '2026-08-22 17:00'],
    ['2/9: the swapped Monday is off', '2026-08-28 09:00', 1, 'workingDay', '2026-09-03 17:00'],
    ['received on a swapped Saturday', '2026-08-22 09:00', 1, 'workingDay', '2026-08-24 17:00'],
    ['received on a Sunday: Monday is day one', '2026-11-22 09:00', 1, 'workingDay', '2026-11-23 17:00'],
    ['received late at night', '2026-11-25 23:59', 1, 'workingDay', '2026-11-26 17:00'],
    [
      'received at midnight: that day is the day of receipt',
      '2026-11-26 00:00',
      1,
      'workingDay',
      '2026-11-27 17:00',
    ],
    ['31 December', '2024-12-31 10:00', 1, 'workingDay', '2025-01-02 17:00'],
    ['31 December, calendar days', '2025-12-31 10:00', 1, 'calendarDay', '2026-01-05 17:00'],
    ['over 29 February', '2024-02-28 10:00', 1, 'calendarDay', '2024-02-29 17:00'],
    ['zero working days: the same day', '2026-11-23 09:00', 0, 'workingDay', '2026-11-23 17:00'],
    ['zero working days at 17:00 sharp', '2026-11-23 17:00', 0, 'workingDay', '2026-11-23 17:00'],
    [
      'zero working days after the close: the next working day',
      '2026-11-23 17:01',
      0,
      'workingDay',
      '2026-11-25 17:00',
    ],
    ['zero calendar days on a Saturday', '2026-11-21 09:00', 0, 'calendarDay', '2026-11-23 17:00'],
    ['1.5 working days: half of the second day', '2026-11-16 15:00', 1.5, 'workingDay', '2026-11-18 11:00'],
    ['0.5 working day: half of the next day', '2026-11-16 15:00', 0.5, 'workingDay', '2026-11-17 11:00'],
    ['1.5 calendar days are two', '2026-11-16 15:00', 1.5, 'calendarDay', '2026-11-18 17:00'],
    [
      '0.1 + 0.2 of ten days is three tenths',
      '2026-11-16 15:00',
      (0.1 + 0.2) * 10,
      'workingDay',
      '2026-11-19 17:00',
    ],
  ] as const)('%s', (_, start, amount, unit, expected) => {
    expect(due(start, amount, unit)).toBe(expected);
  });
});

describe('months', () => {
  test.each([
    ['end on the same day number', '2026-03-10 09:00', 1, '2026-04-10 17:00'],
    ['end on the last day of a shorter month', '2025-10-31 09:00', 4, '2026-03-02 17:00'],
    ['end on 29 February in a leap year', '2024-01-31 09:00', 1, '2024-02-29 17:00'],
    ['of a year from 29 February end on the 28th', '2024-02-29 09:00', 12, '2025-02-28 17:00'],
    ['roll from a Saturday to Monday', '2026-05-13 09:00', 1, '2026-06-15 17:00'],
    ['half a month is fifteen days', '2026-03-10 09:00', 0.5, '2026-03-25 17:00'],
    ['a month and a half', '2026-03-10 09:00', 1.5, '2026-04-28 17:00'],
    ['1.1 months are a month and three days', '2026-03-10 09:00', 1.1, '2026-04-13 17:00'],
  ])('%s', (_, start, amount, expected) => {
    expect(due(start, amount, 'month')).toBe(expected);
  });
});

describe('same-day procedures', () => {
  const cutOff = { cutOff: '15:00' };
  test.each([
    ['before the cut-off: today', '2026-11-23 14:59', '2026-11-23 17:00'],
    ['at 15:00 sharp: today', '2026-11-23 15:00', '2026-11-23 17:00'],
    ['after it: the next working day', '2026-11-23 15:01', '2026-11-25 17:00'],
    ['on a day off: the next working day', '2026-11-22 16:00', '2026-11-23 17:00'],
    ['before dawn: today', '2026-11-23 00:00', '2026-11-23 17:00'],
  ])('%s', (_, start, expected) => {
    expect(due(start, 1, 'workingDay', cutOff)).toBe(expected);
    expect(due(start, 0.5, 'workingDay', cutOff)).toBe(expected);
  });

  test('a cut-off after the close does not make a past moment due', () => {
    expect(due('2026-11-23 18:00', 1, 'workingDay', { cutOff: '19:00' })).toBe('2026-11-25 17:00');
  });
});

test('twenty years of working days end where the counting says', () => {
  const answer = mustBeDue(
    clock.explain({ start: at('2026-11-23 09:00'), limit: { amount: 5000, unit: 'workingDay' } }),
  );
  expect(answer.provisional).toBe(true);
  expect(answer.entries.filter(({ counted }) => counted === true)).toHaveLength(5000);
  expect(answer.dueOn).toBe(answer.entries.at(-1)?.date);
});
