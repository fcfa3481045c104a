import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { explainDeadline } from '../../../functions/features/deadlines/explain-deadline.ts';
import { vietnameseRules } from '../../../law/calendars/national.ts';
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

const hours = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];

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
    ['a year before every calendar', { receivedAt: '1890-03-02T08:00:00+07:00' }, '1890'],
  ])('refuses %s with a sentence', async (_, wrong, sentence) => {
    const body = {
      receivedAt: '2026-03-02T08:00:00+07:00',
      limit: { amount: 5, unit: 'workingDay' as const },
      ...wrong,
    };
    await expect(explained(body)).rejects.toThrow(sentence);
  });
});
