import { describe, expect, test } from 'vitest';
import { replan } from '../../functions/domain/dossier/decisions/replan.ts';
import { unitClocks } from '../../functions/domain/dossier/unit-clock.ts';
import { lunarNewYear, solarDayOfLunar } from '../../functions/domain/legal-clock/lunar.ts';
import { dateOfDayNumber } from '../../functions/domain/vietnam-time.ts';
import type { WorkCalendar } from '../../schemas/work-calendar.ts';
import { accept } from '../support/lifecycle/decisions.ts';
import { workCalendar } from '../support/lifecycle/memory-province.ts';
import { PaperDossier } from '../support/lifecycle/paper-dossier.ts';
import { at, nationalClock, text } from '../unit/legal-clock/fixtures.ts';

const clock = nationalClock();

function due(start: string, amount: number, unit: 'workingHour' | 'workingDay' | 'calendarDay' | 'month') {
  const answer = clock.explain({ start: at(start), limit: { amount, unit } });
  return answer.status === 'due' ? text(answer.dueAt) : answer.status;
}

// 24 November 2026 is a holiday (Ngày Văn hóa Việt Nam); offices work 07:00–11:30 and 13:30–17:00.
describe('kiegroup/jbpm#1342, #1830, incubator-kie-issues#1648, zammad#390, osTicket#6847: hours outside office hours', () => {
  test.each([
    ['before opening', '2026-11-23 06:00', 2, '2026-11-23 09:00'],
    ['across lunch', '2026-11-23 10:30', 2, '2026-11-23 14:30'],
    ['at lunch', '2026-11-23 12:00', 2, '2026-11-23 15:30'],
    ['across the night', '2026-11-25 16:30', 1, '2026-11-26 07:30'],
    ['after closing', '2026-11-25 17:30', 1, '2026-11-26 08:00'],
    ['across the week-end', '2026-11-20 16:30', 1, '2026-11-23 07:30'],
    ['after closing on a Friday', '2026-11-20 18:00', 1, '2026-11-23 08:00'],
  ])('%s: only working hours are counted', (_, start, hours, end) => {
    expect(due(start, hours, 'workingHour')).toBe(end);
  });
});

describe('date-fns/date-fns#1584, CRM-DateTime-Workflow-Utilities#31, jmix#790, gocardless/business#23, moment#1216: days', () => {
  test.each([
    ['that begin on a Saturday', '2026-11-21 10:00', 3, 'workingDay', '2026-11-26'],
    ['that begin a minute before Monday', '2026-11-22 23:59', 1, 'workingDay', '2026-11-23'],
    ['are no 24 hours', '2026-11-30 09:00', 1, 'workingDay', '2026-12-01'],
    ['begin anew after midnight', '2026-12-01 00:07', 1, 'workingDay', '2026-12-02'],
    ['end on a Saturday that is worked', '2026-08-20 09:00', 2, 'workingDay', '2026-08-22'],
    ['of the calendar count the week-end', '2026-11-26 09:00', 15, 'calendarDay', '2026-12-11'],
    [
      'of months end with a shorter one, here rolled over a week-end',
      '2026-01-30 09:00',
      1,
      'month',
      '2026-03-02',
    ],
    ['of months know leap years', '2027-12-31 09:00', 2, 'month', '2028-02-29'],
    ['of months roll over the holidays of May', '2026-03-31 09:00', 1, 'month', '2026-05-04'],
  ] as const)('%s', (_, start, amount, unit, end) => {
    expect(due(start, amount, unit)).toBe(`${end} 17:00`);
  });
});

describe('holidays/definitions#150, holidays#506, vacanza/holidays#1105: the lunar calendar of Viet Nam, not of China', () => {
  test.each([
    [2030, '2030-02-02'],
    [2034, '2034-02-19'],
    [2053, '2053-02-18'],
  ])('Tết %i', (year, date) => {
    expect(dateOfDayNumber(lunarNewYear(year))).toBe(date);
  });

  test('Giỗ Tổ before a leap month, and after one', () => {
    expect(dateOfDayNumber(solarDayOfLunar(2033, 3, 10))).toBe('2033-04-09');
    expect(dateOfDayNumber(solarDayOfLunar(2023, 3, 10))).toBe('2023-04-29');
  });
});

test('mysociety/alaveteli#7292: a holiday announced late reaches running dossiers, on command and by an event', () => {
  const announced: WorkCalendar = {
    ...workCalendar,
    calendar: {
      ...workCalendar.calendar,
      version: 'announced late',
      unitDaysOff: [{ date: '2026-03-09', name: { vi: 'Nghỉ bổ sung', en: 'Added day off' } }],
    },
  };
  const dossier = new PaperDossier('1.012796').at('2026-03-02T09:00:00+07:00').decide(accept);
  expect(dossier.head.dueOn).toBe('2026-03-12');
  const rules = { ...dossier.rules, clockOf: unitClocks(announced) };
  const { event } = replan(
    { ...dossier.context, rules },
    { reason: 'Nghỉ bổ sung', workCalendarVersion: 2, outage: null },
  );
  dossier.enter(event ? [event] : []);
  expect(dossier.head).toMatchObject({ dueOn: '2026-03-13', dueRevision: 2 });
});
