import { describe, expect, test } from 'vitest';
import { legalClock } from '../../../functions/domain/legal-clock/legal-clock.ts';
import type { Limit, OfficeHours, OfficeSession } from '../../../schemas/calendar.ts';
import {
  calendar as calendarSchema,
  limit as limitSchema,
  officeHours as officeHoursSchema,
} from '../../../schemas/calendar.ts';
import { at, national, nationalClock } from './fixtures.ts';

const clock = nationalClock();
const start = at('2026-11-16 10:00');

describe('limits', () => {
  test.each([
    ['negative', { amount: -1, unit: 'workingDay' }, 'is negative'],
    ['not a number', { amount: Number.NaN, unit: 'workingDay' }, 'is not a number'],
    ['endless', { amount: Number.POSITIVE_INFINITY, unit: 'month' }, 'is not a number'],
    ['absurd', { amount: 36_601, unit: 'workingDay' }, 'longer than a hundred years'],
    ['absurd in months', { amount: 1_201, unit: 'month' }, 'longer than a hundred years'],
    ['of an unknown unit', { amount: 1, unit: 'fortnight' }, 'unknown unit'],
    ['of an inherited name as unit', { amount: 1, unit: 'toString' }, 'unknown unit'],
    ['same-day in hours', { amount: 1, unit: 'workingHour', sameDay: { cutOff: '15:00' } }, 'same-day'],
    ['same-day of two days', { amount: 2, unit: 'workingDay', sameDay: { cutOff: '15:00' } }, 'same-day'],
  ])('%s: refused by the clock and by the schema', (_, limit, message) => {
    const ask = () => clock.dueOf({ start, limit: limit as Limit });
    expect(ask).toThrow(expect.objectContaining({ name: 'DeadlineError', rule: 'badLimit' }));
    expect(ask).toThrow(message);
    expect(limitSchema.safeParse(limit).success).toBe(false);
  });
  test('a hundred years are accepted', () => {
    expect(clock.dueOf({ start, limit: { amount: 1_200, unit: 'month' } })).toMatchObject({
      dueOn: '2126-11-18',
    });
    expect(limitSchema.safeParse({ amount: 36_600, unit: 'calendarDay' }).success).toBe(true);
  });
  test('a cut-off that is no clock time', () => {
    const limit: Limit = { amount: 1, unit: 'workingDay', sameDay: { cutOff: '25:00' } };
    expect(() => clock.dueOf({ start, limit })).toThrow('"25:00" is not a clock time');
    expect(limitSchema.safeParse(limit).success).toBe(false);
  });
});

describe('moments and years', () => {
  test('a start that is no moment', () => {
    const ask = () => clock.dueOf({ start: Number.NaN, limit: { amount: 1, unit: 'workingDay' } });
    expect(ask).toThrow(expect.objectContaining({ rule: 'badInstant' }));
    expect(ask).toThrow('The start of the clock');
  });
  test.each(['workingDay', 'calendarDay', 'workingHour', 'month'] as const)(
    'a start before every calendar year, in %s',
    unit => {
      const ask = () => clock.dueOf({ start: at('2020-12-31 10:00'), limit: { amount: 30, unit } });
      expect(ask).toThrow(
        expect.objectContaining({
          rule: 'yearWithoutCalendar',
          data: expect.objectContaining({ year: 2020 }),
        }),
      );
      expect(ask).toThrow('has no year 2020, and only 2021 to 2199 can be calculated');
    },
  );
  test('a year that may not be computed is refused by name', () => {
    const strict = nationalClock({ calendar: { ...national.calendar, yearsWithoutNotice: 'refused' } });
    const ask = () =>
      strict.dueOf({ start: at('2026-12-31 10:00'), limit: { amount: 1, unit: 'workingDay' } });
    expect(ask).toThrow('has no year 2027, and years without an official notice are refused');
  });
  test('years without notice are computed and marked', () => {
    const limit: Limit = { amount: 1, unit: 'workingDay' };
    expect(clock.dueOf({ start: at('2026-12-30 10:00'), limit })).toMatchObject({
      dueOn: '2026-12-31',
      provisional: false,
    });
    expect(clock.dueOf({ start: at('2026-12-31 10:00'), limit })).toMatchObject({
      dueOn: '2027-01-04',
      provisional: true,
    });
    expect(clock.dueOf({ start: at('2027-01-04 10:00'), limit })).toMatchObject({
      dueOn: '2027-01-05',
      provisional: true,
    });
    expect(clock.dueOf({ start: at('2199-01-04 10:00'), limit })).toMatchObject({ provisional: true });
  });
  test('a calendar date within official years is not provisional, wherever it began', () => {
    const years = national.calendar.years.filter(({ year }) => year !== 2025);
    const gap = nationalClock({ calendar: { ...national.calendar, years } });
    const start2025 = at('2025-12-30 10:00');
    expect(gap.dueOf({ start: start2025, limit: { amount: 10, unit: 'calendarDay' } })).toMatchObject({
      provisional: false,
    });
    expect(gap.dueOf({ start: start2025, limit: { amount: 10, unit: 'workingDay' } })).toMatchObject({
      provisional: true,
    });
  });
});

describe('office hours', () => {
  const hours = (sessions: OfficeSession[]): OfficeHours => ({
    id: 'test',
    version: '1',
    periods: [{ from: '2021-01-01', seasons: [{ from: '01-01', sessions }] }],
  });
  test.each([
    ['cross midnight', [{ from: '22:00', to: '02:00' }], '22:00–02:00 end before they begin'],
    ['are empty', [{ from: '08:00', to: '08:00' }], '08:00–08:00 end before they begin'],
    [
      'overlap',
      [
        { from: '07:00', to: '12:00' },
        { from: '11:00', to: '17:00' },
      ],
      '11:00–17:00',
    ],
    [
      'are out of order',
      [
        { from: '13:00', to: '17:00' },
        { from: '07:00', to: '11:00' },
      ],
      '07:00–11:00',
    ],
  ])('that %s are refused by the clock and by the schema', (_, sessions, message) => {
    const officeHours = hours(sessions);
    expect(() => legalClock({ ...national, officeHours })).toThrow(
      expect.objectContaining({ rule: 'badOfficeHours' }),
    );
    expect(() => legalClock({ ...national, officeHours })).toThrow(message);
    expect(officeHoursSchema.safeParse(officeHours).success).toBe(false);
  });
  test('sessions may touch, and reach midnight', () => {
    const officeHours = hours([
      { from: '00:00', to: '12:00' },
      { from: '12:00', to: '24:00' },
    ]);
    expect(officeHoursSchema.safeParse(officeHours).success).toBe(true);
    const allDay = legalClock({ ...national, officeHours });
    const answer = allDay.dueOf({
      start: at('2026-11-16 10:00'),
      limit: { amount: 15, unit: 'workingHour' },
    });
    expect(answer).toMatchObject({ dueAt: at('2026-11-17 01:00') });
  });
  test('a day before the first period', () => {
    const officeHours = {
      ...hours([{ from: '07:00', to: '11:00' }]),
      periods: [
        { from: '2024-06-01', seasons: [{ from: '01-01', sessions: [{ from: '07:00', to: '11:00' }] }] },
      ],
    };
    const late = legalClock({ ...national, officeHours });
    expect(() =>
      late.dueOf({ start: at('2023-11-16 10:00'), limit: { amount: 1, unit: 'workingDay' } }),
    ).toThrow(
      expect.objectContaining({ rule: 'yearWithoutOfficeHours', data: { year: 2023, date: '2023-01-01' } }),
    );
  });
  test('an office that never opens cannot run a clock', () => {
    const closed = legalClock({ ...national, officeHours: hours([]) });
    expect(() => closed.dueOf({ start, limit: { amount: 1, unit: 'workingHour' } })).toThrow(
      expect.objectContaining({ rule: 'calendarWithoutWorkingDay' }),
    );
  });
  test('periods and seasons out of order are refused by the schema', () => {
    const season = { from: '06-01', sessions: [] };
    const periods = [
      [{ from: '2024-01-01', seasons: [season, { ...season, from: '05-01' }] }],
      [
        { from: '2024-01-01', seasons: [season] },
        { from: '2023-01-01', seasons: [season] },
      ],
    ];
    for (const wrong of periods)
      expect(officeHoursSchema.safeParse({ id: 'x', version: '1', periods: wrong }).success).toBe(false);
  });
});

describe('calendars refused by the schema', () => {
  const [year] = national.calendar.years;
  const withYear = (changes: object) => ({ ...national.calendar, years: [{ ...year, ...changes }] });
  test.each([
    [
      'a day of another year',
      withYear({ daysOff: [{ date: '2025-01-01', reason: 'holiday', name: { vi: 'a', en: 'b' } }] }),
    ],
    [
      'a day that does not exist',
      withYear({ saturdaysWorked: [{ date: '2021-02-29', inPlaceOf: '2021-02-28' }] }),
    ],
    [
      'a day both off and worked',
      withYear({ saturdaysWorked: [{ date: '2021-01-01', inPlaceOf: '2021-01-04' }] }),
    ],
    ['a year twice', { ...national.calendar, years: [year, year] }],
    [
      'a week without a working day',
      { ...national.calendar, weeklyDaysOff: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
    ],
  ])('%s', (_, data) => {
    expect(calendarSchema.safeParse(data).success).toBe(false);
  });
});
