import { describe, expect, test } from 'vitest';
import { lunarNewYear, solarDayOfLunar } from '../../../functions/domain/legal-clock/lunar.ts';
import { provisionalYear } from '../../../functions/domain/legal-clock/provisional-year.ts';
import { workingTime } from '../../../functions/domain/legal-clock/working-time.ts';
import { dateOfDayNumber, parseDate, weekdayOf } from '../../../functions/domain/vietnam-time.ts';
import { calendarYear } from '../../../schemas/calendar.ts';
import { at, national, nationalClock } from './fixtures.ts';

describe('the lunar calendar at UTC+7', () => {
  test.each([
    [1968, '1968-01-29', 'a day before the almanac at UTC+8'],
    [1985, '1985-01-21', 'a month before China'],
    [2007, '2007-02-17', 'a day before China'],
    [2024, '2024-02-10', ''],
    [2025, '2025-01-29', ''],
    [2026, '2026-02-17', ''],
    [2027, '2027-02-06', ''],
    [2028, '2028-01-26', ''],
    [2029, '2029-02-13', ''],
    [2030, '2030-02-02', ''],
    [2031, '2031-01-23', ''],
    [2034, '2034-02-19', 'after the leap eleventh month of 2033'],
  ])('Tết %i is on %s %s', (year, date) => {
    expect(dateOfDayNumber(lunarNewYear(year))).toBe(date);
  });
  test.each([
    [2023, '2023-04-29', 'after a leap second month'],
    [2024, '2024-04-18', ''],
    [2025, '2025-04-07', ''],
    [2026, '2026-04-26', ''],
    [2027, '2027-04-16', ''],
    [2028, '2028-04-04', ''],
    [2029, '2029-04-23', ''],
    [2030, '2030-04-12', ''],
    [2031, '2031-04-01', ''],
  ])('Giỗ Tổ %i is on %s %s', (year, date) => {
    expect(dateOfDayNumber(solarDayOfLunar(year, 3, 10))).toBe(date);
  });
  test('a hundred and fifty years of Tết lie between 19 January and 21 February, 12 or 13 moons apart', () => {
    for (let year = 1950; year < 2100; year++) {
      const date = dateOfDayNumber(lunarNewYear(year)).slice(5);
      expect(date >= '01-19' && date <= '02-21').toBe(true);
      expect([353, 354, 355, 383, 384, 385]).toContain(lunarNewYear(year + 1) - lunarNewYear(year));
    }
  });
});

describe('a year without an official notice', () => {
  test.each(national.calendar.years.map(year => [year.year, year] as const))(
    'computed for %i equals the official days off but for the swaps',
    (_, official) => {
      const isWeekday = ({ date }: { date: string }) => !['sat', 'sun'].includes(weekdayOf(date));
      const key = ({ date, reason, name }: { date: string; reason: string; name: object }) => ({
        date,
        reason,
        name,
      });
      const expected = official.daysOff.filter(day => day.reason !== 'swapped' && isWeekday(day)).map(key);
      expect(provisionalYear(official.year).daysOff.filter(isWeekday).map(key)).toEqual(expected);
    },
  );
  test('is a valid calendar year, marked provisional, with a name for every day', () => {
    for (let year = 2027; year < 2200; year++) {
      const computed = calendarYear.parse(provisionalYear(year));
      expect(computed).toMatchObject({ provisional: true, notices: [], saturdaysWorked: [] });
      const weekdays = computed.daysOff.filter(({ date }) => !['sat', 'sun'].includes(weekdayOf(date)));
      // eleven holidays and the Culture Day, fewer when two fall on one day or the Culture Day on a week-end
      expect(weekdays.length).toBeGreaterThanOrEqual(10);
      expect(weekdays.length).toBeLessThanOrEqual(12);
    }
  });
  test('gives the National Day its neighbour by custom', () => {
    const national2 = (year: number) =>
      provisionalYear(year)
        .daysOff.filter(({ name }) => name.en === 'National Day')
        .map(({ date }) => date.slice(5));
    expect(national2(2027)).toEqual(['09-02', '09-03']);
    expect(national2(2028)).toEqual(['09-01', '09-02', '09-04']);
    expect(national2(2029)).toEqual(['09-02', '09-03', '09-04']);
    expect(national2(2030)).toEqual(['09-02', '09-03']);
  });
  test('knows the Culture Day from 2026, without compensation', () => {
    const culture = (year: number) =>
      provisionalYear(year).daysOff.some(({ date }) => date.endsWith('-11-24'));
    expect([culture(2025), culture(2026), culture(2027)]).toEqual([false, true, true]);
    expect(
      provisionalYear(2029)
        .daysOff.filter(({ date }) => date.includes('-11-'))
        .map(({ date }) => date),
    ).toEqual(['2029-11-24']);
  });
  test('with Saturdays worked, gives nothing back for a holiday on one', () => {
    expect(provisionalYear(2028, ['sun']).daysOff.map(({ date }) => date)).not.toContain('2028-09-04');
  });
});

describe('a unit’s own time', () => {
  const day = parseDate;
  test('its own days off, named, but not instead of the nation’s', () => {
    const founding = { vi: 'Ngày truyền thống', en: 'Founding day' };
    const unitDaysOff = ['2026-08-22', '2026-09-02', '2026-11-25'].map(date => ({ date, name: founding }));
    const time = workingTime({ ...national, calendar: { ...national.calendar, unitDaysOff } });
    expect(time.dayStatus(day('2026-11-25'))).toEqual({ kind: 'unitDayOff', working: false, name: founding });
    expect(time.dayStatus(day('2026-08-22'))).toMatchObject({ kind: 'unitDayOff' });
    expect(time.dayStatus(day('2026-09-02'))).toMatchObject({ kind: 'holiday' });
  });
  test('seasons follow one another around the year, periods by date, weekdays by exception', () => {
    const sessions = (from: string, to: string) => [{ from, to }];
    const officeHours = {
      id: 'seasonal',
      version: '1',
      periods: [
        {
          from: '2021-01-01',
          seasons: [
            {
              from: '04-15',
              sessions: sessions('06:30', '11:00'),
              weekdays: { wed: [], fri: sessions('06:30', '10:00') },
            },
            { from: '10-15', sessions: sessions('07:30', '12:00') },
          ],
        },
        { from: '2026-06-01', seasons: [{ from: '01-01', sessions: sessions('08:00', '12:00') }] },
      ],
    };
    const time = workingTime({ ...national, officeHours });
    const opening = (date: string) => time.openingOf(day(date));
    expect(opening('2026-04-14')).toBe(at('2026-04-14 07:30'));
    expect(opening('2026-01-05')).toBe(at('2026-01-05 07:30'));
    expect(opening('2026-04-16')).toBe(at('2026-04-16 06:30'));
    expect(time.closeOf(day('2026-04-17'))).toBe(at('2026-04-17 10:00'));
    expect(time.dayStatus(day('2026-04-15'))).toEqual({ kind: 'officeClosed', working: false });
    expect(opening('2026-06-01')).toBe(at('2026-06-01 08:00'));
    expect(opening('2026-05-29')).toBe(at('2026-05-29 06:30'));
    expect(opening('2026-04-15')).toBe(at('2026-04-15 00:00'));
  });
  test('a Saturday worked every week', () => {
    const calendar = { ...national.calendar, weeklyDaysOff: ['sun' as const] };
    const answer = nationalClock({ calendar }).dueOf({
      start: at('2026-11-20 10:00'),
      limit: { amount: 1, unit: 'workingDay' },
    });
    expect(answer).toMatchObject({ dueOn: '2026-11-21' });
  });
  test('counting by leaps agrees with walking, over years and backwards', () => {
    const time = workingTime(national);
    let walked = day('2024-11-01');
    for (let count = 1; count <= 900; count++) {
      walked = time.workingDayFrom(walked + 1);
      expect(time.workingDayAfter(day('2024-11-01'), count)).toBe(walked);
      expect(time.workingDaysBetween(day('2024-11-01'), walked)).toBe(count);
    }
    expect(time.workingDaysBetween(walked, walked)).toBe(0);
    expect(time.workingDaysBetween(walked, walked - 5)).toBe(0);
    expect(time.workingDayBefore(day('2026-05-04'))).toBe(day('2026-04-29'));
    expect(time.workingDayFrom(day('2026-05-04'))).toBe(day('2026-05-04'));
  });
});
