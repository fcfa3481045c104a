import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { clockTimeOf, toRfc3339 } from '../../../functions/domain/vietnam-time.ts';
import { explainDeadline } from '../../../functions/features/deadlines/explain-deadline.ts';
import { nationalCalendar, vietnameseRules } from '../../../law/calendars/national.ts';
import { explainRequest } from '../../../schemas/deadline.ts';

/** Asks as the API does: the body parsed by its schema. */
async function explained(body: z.input<typeof explainRequest>, language: 'vi' | 'en' = 'vi') {
  const call = {
    caller: { kind: 'anonymous' as const },
    params: undefined,
    query: undefined,
    body: z.parse(explainRequest, body),
    repeat: { key: undefined, requestHash: '' },
    access: { requestId: 'r', reason: null },
    ifMatch: undefined,
    language,
    now: 0,
  };
  return (await explainDeadline(call)).body;
}

const YEAR = { provisional: false, notices: [], daysOff: [], saturdaysWorked: [] };

const hours = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];

/** So many sessions of one minute, a minute apart. */
const sessions = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    from: clockTimeOf(2 * index),
    to: clockTimeOf(2 * index + 1),
  }));
const periods = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    from: `${2000 + index}-01-01`,
    seasons: [{ from: '01-01', sessions: hours }],
  }));
const officeHours = (weekdays: Partial<Record<'mon', typeof hours>>) => ({
  id: 'own',
  version: '1',
  periods: [{ from: '2000-01-01', seasons: [{ from: '01-01', sessions: hours, weekdays }] }],
});

describe('what anybody may ask costs little', () => {
  const receivedAt = '2026-11-20T08:00:00+07:00';
  /** The least of three runs: the first ones are compiled, and others use the machine. */
  const milliseconds = async (ask: () => unknown) => {
    const taken: number[] = [];
    for (let run = 0; run < 3; run++) {
      const started = performance.now();
      await ask();
      taken.push(performance.now() - started);
    }
    return Math.min(...taken);
  };

  it('20,000 hours with 700 sessions of a minute are refused in milliseconds', async () => {
    const body = { receivedAt, limit: { amount: 20_000, unit: 'workingHour' }, officeHours: sessions(700) };
    expect(explainRequest.safeParse(body).success).toBe(false);
    expect(await milliseconds(() => explainRequest.safeParse(body))).toBeLessThan(100);
  });

  const stretches = (count: number, resume: 'resume' | 'restart', hoursApart: number) =>
    Array.from({ length: count }, (_, index) => {
      const from = Date.parse(receivedAt) + index * hoursApart * 3_600_000;
      return { from: toRfc3339(from), to: toRfc3339(from + hoursApart * 1_800_000), resume };
    });

  it.each<[string, Partial<z.input<typeof explainRequest>>]>([
    ['twelve sessions of a minute', { officeHours: sessions(12) }],
    ['restarts by the hundred', { interruptions: stretches(500, 'restart', 72) }],
    ['pauses by the hundred', { interruptions: stretches(700, 'resume', 720) }],
    ['a hundred years of hours', { limit: { amount: 878_400, unit: 'workingHour' } }],
    ['a hundred years of days', { limit: { amount: 36_600, unit: 'workingDay' } }],
    ['a hundred years of months', { limit: { amount: 1_200, unit: 'month' } }],
    [
      'a restart after eight thousand years',
      { interruptions: [{ from: receivedAt, to: '9998-01-01T00:00:00Z', resume: 'restart' }] },
    ],
  ])('%s are refused before they are made', async (_, own) => {
    const body = { receivedAt, limit: { amount: 20_000, unit: 'workingHour' as const }, ...own };
    await expect(explained(body, 'en')).rejects.toMatchObject({
      code: 'deadline-invalid',
      facts: { rule: 'explanationTooLong' },
    });
    expect(await milliseconds(() => explained(body).catch(() => undefined))).toBeLessThan(1000);
  });

  it('what is long and within bounds is told', async () => {
    const { entries } = await explained({ receivedAt, limit: { amount: 6000, unit: 'workingDay' } });
    expect(entries.length).toBeGreaterThan(8000);
  });
});

describe('POST /v1/deadlines/explain', () => {
  it('counts by the national calendar and standard hours unless told otherwise', async () => {
    const body = {
      receivedAt: '2025-04-25T10:00:00+07:00',
      limit: { amount: 5, unit: 'workingDay' as const },
    };
    const answer = await explained(body);
    expect(answer).toMatchObject({ status: 'due', dueOn: '2025-05-06', dueAt: '2025-05-06T17:00:00+07:00' });
    expect(await explained({ ...body, officeHours: hours })).toMatchObject({
      dueAt: '2025-05-06T17:00:00+07:00',
    });
    expect(answer.entries.find(entry => entry.date === '2025-04-26')).toMatchObject({ counted: true });
  });

  it('speaks Vietnamese or English', async () => {
    const body = {
      receivedAt: '2026-11-20T15:30:00+07:00',
      limit: { amount: 3, unit: 'workingDay' as const },
    };
    expect((await explained(body)).text).toContain('Ngày Văn hóa Việt Nam');
    expect((await explained(body, 'en')).text).toContain('Vietnam Culture Day');
  });

  it('has no date while a pause lasts', async () => {
    const answer = await explained({
      receivedAt: '2026-03-02T08:00:00+07:00',
      limit: { amount: 5, unit: 'workingDay' },
      interruptions: [{ from: '2026-03-03T08:00:00+07:00', resume: 'resume' }],
    });
    expect(answer).toMatchObject({ status: 'paused' });
    expect(answer.dueAt).toBeUndefined();
  });

  it('counts by another body of law, given as data: calendar days from the first, pauses whole, months running over', async () => {
    const rules = {
      ...vietnameseRules,
      id: 'elsewhere',
      version: '7',
      receiptDay: 'counted' as const,
      lastDayOff: 'keep' as const,
      dueMoment: 'endOfDay' as const,
      pauseDays: { first: 'skipped' as const, last: 'skipped' as const },
      monthEnd: 'overflow' as const,
    };
    const days = await explained({
      rules,
      receivedAt: '2026-03-02T08:00:00+07:00',
      limit: { amount: 10, unit: 'calendarDay' },
      interruptions: [
        { from: '2026-03-04T12:00:00+07:00', to: '2026-03-06T12:00:00+07:00', resume: 'resume' },
      ],
    });
    expect(days).toMatchObject({ dueOn: '2026-03-14', rulesVersion: '7' });
    const month = await explained({
      rules,
      receivedAt: '2026-01-31T08:00:00+07:00',
      limit: { amount: 1, unit: 'month' },
    });
    // One month from “31 February”, which runs over to 3 March, less the first day, which counts.
    expect(month.dueOn).toBe('2026-03-02');
  });

  it.each([
    ['a negative limit', { limit: { amount: -1, unit: 'workingDay' } }],
    ['an unknown unit', { limit: { amount: 1, unit: 'fortnight' } }],
    ['an instant without an offset', { receivedAt: '2026-03-02T08:00:00' }],
    ['office hours over midnight', { officeHours: [{ from: '22:00', to: '06:00' }] }],
    [
      'office hours that overlap',
      {
        officeHours: [
          { from: '07:00', to: '12:00' },
          { from: '11:00', to: '17:00' },
        ],
      },
    ],
    ['an unknown field', { holiday: true }],
    ['more than twelve sessions a day', { officeHours: sessions(13) }],
    ['more than twelve sessions on one weekday', { officeHours: officeHours({ mon: sessions(13) }) }],
    ['more than fifty periods', { officeHours: { ...officeHours({}), periods: periods(51) } }],
  ])('refuses %s', (_, wrong) => {
    const body = {
      receivedAt: '2026-03-02T08:00:00+07:00',
      limit: { amount: 5, unit: 'workingDay' },
      ...wrong,
    };
    expect(explainRequest.safeParse(body).success).toBe(false);
  });

  it.each([
    ['a calendar nobody knows', { calendar: 'mars' }, 'There is no calendar mars.'],
    [
      'interruptions out of order',
      {
        interruptions: [
          { from: '2026-03-05T08:00:00+07:00', to: '2026-03-04T08:00:00+07:00', resume: 'resume' as const },
        ],
      },
      'before it begins',
    ],
  ])('refuses %s with a sentence', async (_, wrong, sentence) => {
    const body = {
      receivedAt: '2026-03-02T08:00:00+07:00',
      limit: { amount: 5, unit: 'workingDay' as const },
      ...wrong,
    };
    await expect(explained(body)).rejects.toThrow(sentence);
  });

  it.each([
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '1890-03-02T08:00:00+07:00',
    '9998-12-31T23:59:59-14:00',
  ])('says that the calendar has not the year of %s', async receivedAt => {
    for (const unit of ['workingDay', 'calendarDay', 'workingHour', 'month'] as const)
      await expect(explained({ receivedAt, limit: { amount: 1, unit } })).rejects.toMatchObject({
        code: 'year-not-in-calendar',
        faults: [{ pointer: '/receivedAt' }],
      });
    const old = { ...officeHours({}), id: 'new', periods: periods(1) };
    const before = { receivedAt: '1999-03-02T08:00:00+07:00', officeHours: old };
    const calendar = { ...nationalCalendar, years: [{ ...YEAR, year: 1999 }] };
    await expect(
      explained({ ...before, calendar, limit: { amount: 1, unit: 'workingDay' } }),
    ).rejects.toMatchObject({ code: 'year-not-in-calendar', facts: { rule: 'yearWithoutOfficeHours' } });
  });
});
