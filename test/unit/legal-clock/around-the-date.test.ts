import { describe, expect, test } from 'vitest';
import { alarmInstants } from '../../../functions/domain/legal-clock/alarms.ts';
import { budgetOf, stepBalance } from '../../../functions/domain/legal-clock/budget.ts';
import { classify } from '../../../functions/domain/legal-clock/classification.ts';
import { extendDue } from '../../../functions/domain/legal-clock/extension.ts';
import { forwardBy } from '../../../functions/domain/legal-clock/forwarding.ts';
import { creditOutages } from '../../../functions/domain/legal-clock/outage-credit.ts';
import { remaining } from '../../../functions/domain/legal-clock/remaining.ts';
import type { Limit } from '../../../schemas/calendar.ts';
import { at, national, nationalClock, text } from './fixtures.ts';

const { time, rules } = nationalClock();

describe('alarms', () => {
  const alarms = (start: string, due: string, unit: Limit['unit']) => {
    const found = alarmInstants({ start: at(start), dueAt: at(due), unit, rules, time });
    return Object.fromEntries(Object.entries(found).map(([name, instant]) => [name, text(instant)]));
  };
  test('of a limit in days: the close of the working day before and after', () => {
    expect(alarms('2026-11-16 10:00', '2026-11-25 17:00', 'workingDay')).toEqual({
      dueSoon: '2026-11-23 17:00',
      apologyFrom: '2026-11-24 00:00',
      apologyUntil: '2026-11-25 00:00',
      overdue: '2026-11-25 17:00',
      escalation: '2026-11-26 17:00',
    });
  });
  test('of a limit in hours: two office hours before, the same time a working day after', () => {
    expect(alarms('2026-11-20 16:00', '2026-11-23 14:30', 'workingHour')).toMatchObject({
      dueSoon: '2026-11-23 10:30',
      escalation: '2026-11-25 14:30',
    });
    expect(alarms('2026-11-20 07:00', '2026-11-23 08:00', 'workingHour')).toMatchObject({
      dueSoon: '2026-11-20 16:00',
    });
    expect(alarms('2026-11-23 07:00', '2026-11-23 09:00', 'workingHour')).toMatchObject({
      dueSoon: '2026-11-23 07:00',
    });
  });
  test('by the hour where a limit in days ends on the day it starts', () => {
    expect(alarms('2026-11-23 13:00', '2026-11-23 17:00', 'workingDay')).toMatchObject({
      dueSoon: '2026-11-23 15:00',
    });
  });
  test('never before the start', () => {
    expect(alarms('2026-11-23 16:00', '2026-11-23 17:00', 'workingDay')).toMatchObject({
      dueSoon: '2026-11-23 16:00',
    });
    expect(alarms('2026-11-23 08:30', '2026-11-23 09:00', 'workingHour')).toMatchObject({
      dueSoon: '2026-11-23 08:30',
    });
    expect(alarms('2026-11-22 08:30', '2026-11-23 08:00', 'workingHour')).toMatchObject({
      dueSoon: '2026-11-22 08:30',
    });
  });
  test('with other numbers in the rules', () => {
    const changed = {
      ...rules,
      extension: { times: 1, latestDaysBefore: 2, dayUnit: 'workingDay' as const },
      alarms: { dueSoonWorkingDays: 3, dueSoonWorkingHours: 1, escalationWorkingDays: 2 },
    };
    const found = alarmInstants({
      start: 0,
      dueAt: at('2026-11-25 17:00'),
      unit: 'month',
      rules: changed,
      time,
    });
    expect([found.dueSoon, found.apologyFrom, found.escalation].map(text)).toEqual([
      '2026-11-19 17:00',
      '2026-11-20 00:00',
      '2026-11-27 17:00',
    ]);
  });
});

describe('moving a promised date', () => {
  const request = {
    at: at('2026-11-24 23:59'),
    dueAt: at('2026-11-25 17:00'),
    newDueOn: '2026-11-30',
    reason: 'Chờ ý kiến của cơ quan phối hợp',
    extensionsBefore: 0,
  };
  test('until the end of the day before the due date', () => {
    expect(text(extendDue(request, { rules, time }))).toBe('2026-11-30 17:00');
  });
  test.each([
    [
      'on the due date',
      { at: at('2026-11-25 00:00') },
      'extensionTooLate',
      'The date can be moved until 2026-11-24, 1 day before 2026-11-25; the request came on 2026-11-25.',
    ],
    [
      'a second time',
      { extensionsBefore: 1 },
      'extensionUsedUp',
      'has already been moved once; the rules allow it once',
    ],
    ['without a reason', { reason: '  ' }, 'extensionWithoutReason', 'needs a reason'],
    [
      'to the same date',
      { newDueOn: '2026-11-25' },
      'extensionDateNotAllowed',
      '2026-11-25 is not after the promised one, 2026-11-25',
    ],
    ['to a day off', { newDueOn: '2026-11-29' }, 'extensionDateNotAllowed', '2026-11-29 is a day off'],
  ])('not %s', (_, changes, rule, message) => {
    const ask = () => extendDue({ ...request, ...changes }, { rules, time });
    expect(ask).toThrow(expect.objectContaining({ rule }));
    expect(ask).toThrow(message);
  });
  test('the refusal names the rules and the last day', () => {
    const ask = () => extendDue({ ...request, at: at('2026-11-26 08:00') }, { rules, time });
    const data = { dueOn: '2026-11-25', until: '2026-11-24', askedOn: '2026-11-26', rulesVersion: '1' };
    expect(ask).toThrow(expect.objectContaining({ data }));
  });
  test('to a day off where a limit may end on one', () => {
    const keep = { ...rules, lastDayOff: 'keep' as const };
    expect(text(extendDue({ ...request, newDueOn: '2026-11-29' }, { rules: keep, time }))).toBe(
      '2026-11-29 23:59:59',
    );
  });
});

describe('forwarding', () => {
  test.each([
    ['electronic', '2026-11-22 03:00', '2026-11-22 03:00'],
    ['paper', '2026-11-23 09:00', '2026-11-23 17:00'],
    ['paper', '2026-11-23 15:00', '2026-11-23 17:00'],
    ['paper', '2026-11-23 15:01', '2026-11-25 07:00'],
    ['paper', '2026-11-22 09:00', '2026-11-23 07:00'],
  ] as const)('%s received %s: by %s', (form, receivedAt, expected) => {
    expect(text(forwardBy({ receivedAt: at(receivedAt), form, rules, time }))).toBe(expected);
  });
  test('after an early close', () => {
    const late = { ...rules, forwarding: { cutOff: '18:00' } };
    expect(text(forwardBy({ receivedAt: at('2026-11-23 17:30'), form: 'paper', rules: late, time }))).toBe(
      '2026-11-25 07:00',
    );
  });
});

describe('early, on time, late', () => {
  const dueAt = at('2026-11-25 09:00');
  test.each([
    ['2026-11-24 23:59', 'early', 'early'],
    ['2026-11-25 00:00', 'onTime', 'onTime'],
    ['2026-11-25 09:00', 'onTime', 'onTime'],
    ['2026-11-25 09:01', 'onTime', 'late'],
    ['2026-11-26 00:00', 'late', 'late'],
  ])('done %s: %s by date, %s by moment', (done, byDate, byMoment) => {
    expect(classify({ doneAt: at(done), dueAt })).toBe(byDate);
    expect(classify({ doneAt: at(done), dueAt, precision: 'moment' })).toBe(byMoment);
  });
});

describe('what is left', () => {
  test.each([
    ['2026-11-20 16:00', { overdue: false, workingDays: 2, officeMinutes: 60 + 480 + 480 }],
    ['2026-11-25 17:00', { overdue: false, workingDays: 0, officeMinutes: 0 }],
    ['2026-11-26 12:00', { overdue: true, workingDays: 1, officeMinutes: 270 }],
  ])('at %s', (now, expected) => {
    expect(remaining({ now: at(now), dueAt: at('2026-11-25 17:00'), time })).toEqual(expected);
  });
});

describe('outages', () => {
  const start = at('2026-11-16 08:00');
  const stretch = (from: string, to?: string) => ({ from: at(from), ...(to && { to: at(to) }) });
  const shown = (list: readonly { from: number; to?: number; reason?: string }[]) =>
    list.map(({ from, to, reason }) => `${text(from)} – ${to === undefined ? '' : text(to)} ${reason}`);
  const supplement = {
    ...stretch('2026-11-17 08:00', '2026-11-18 08:00'),
    resume: 'resume' as const,
    reason: 'supplement' as const,
  };

  test('are credited only while the clock was running, and once', () => {
    const outages = [
      stretch('2026-11-18 06:00', '2026-11-18 10:00'),
      stretch('2026-11-16 07:00', '2026-11-17 09:00'),
      stretch('2026-11-18 09:00', '2026-11-18 11:00'),
    ];
    expect(shown(creditOutages({ start, interruptions: [supplement], outages }))).toEqual([
      '2026-11-16 08:00 – 2026-11-17 08:00 outage',
      '2026-11-17 08:00 – 2026-11-18 08:00 supplement',
      '2026-11-18 08:00 – 2026-11-18 10:00 outage',
      '2026-11-18 10:00 – 2026-11-18 11:00 outage',
    ]);
  });
  test('that cover a pause are credited on both sides of it', () => {
    const credited = creditOutages({
      start,
      interruptions: [supplement],
      outages: [stretch('2026-11-16 12:00', '2026-11-19 12:00')],
      by: 'Sở KH&CN',
    });
    expect(shown(credited)).toEqual([
      '2026-11-16 12:00 – 2026-11-17 08:00 outage',
      '2026-11-17 08:00 – 2026-11-18 08:00 supplement',
      '2026-11-18 08:00 – 2026-11-19 12:00 outage',
    ]);
    expect(credited[0]).toMatchObject({ resume: 'resume', by: 'Sở KH&CN' });
    const limit: Limit = { amount: 8, unit: 'workingHour' };
    expect(nationalClock().dueOf({ start, limit, interruptions: credited })).toMatchObject({
      dueAt: at('2026-11-20 08:00'),
    });
  });
  test('that last, and ones within a lasting pause', () => {
    expect(
      shown(creditOutages({ start, interruptions: [], outages: [stretch('2026-11-20 08:00')] })),
    ).toEqual(['2026-11-20 08:00 –  outage']);
    const open = { from: at('2026-11-17 08:00'), resume: 'resume' as const };
    expect(
      creditOutages({
        start,
        interruptions: [open],
        outages: [stretch('2026-11-20 08:00', '2026-11-21 08:00')],
      }),
    ).toEqual([open]);
  });
  test('before a later pause, touching it, or between two, stay as long as they were', () => {
    const later = { ...supplement, ...stretch('2026-11-19 08:00', '2026-11-20 08:00') };
    const outages = [
      stretch('2026-11-16 09:00', '2026-11-16 10:00'),
      stretch('2026-11-18 08:00', '2026-11-19 08:00'),
    ];
    expect(shown(creditOutages({ start, interruptions: [supplement, later], outages }))).toEqual([
      '2026-11-16 09:00 – 2026-11-16 10:00 outage',
      '2026-11-17 08:00 – 2026-11-18 08:00 supplement',
      '2026-11-18 08:00 – 2026-11-19 08:00 outage',
      '2026-11-19 08:00 – 2026-11-20 08:00 supplement',
    ]);
  });
  test('before the clock started are nothing', () => {
    expect(
      creditOutages({ start, interruptions: [], outages: [stretch('2026-11-14 08:00', '2026-11-16 08:00')] }),
    ).toEqual([]);
  });
});

describe('budgets', () => {
  const days = (amount: number): Limit => ({ amount, unit: 'workingDay' });
  const hours = (amount: number): Limit => ({ amount, unit: 'workingHour' });
  test('steps within the legal limit', () => {
    const steps = [
      { id: 'a', limit: days(1.5) },
      { id: 'b', limit: hours(4) },
      { id: 'c', limit: days(1) },
    ];
    expect(budgetOf(steps, days(3))).toEqual({
      promised: 3,
      allowed: 3,
      left: 0,
      exceeded: false,
      approximate: false,
    });
    expect(budgetOf(steps, hours(23))).toEqual({
      promised: 3,
      allowed: 2.875,
      left: -0.125,
      exceeded: true,
      approximate: false,
    });
  });
  test('of parallel steps the longest counts', () => {
    const steps = [1, 5, 3].map((amount, index) => ({
      id: `${index}`,
      limit: days(amount),
      parallel: 'consultation',
    }));
    expect(budgetOf([...steps, { id: 'sign', limit: days(2) }], days(7))).toMatchObject({
      promised: 7,
      exceeded: false,
    });
  });
  test('units that cannot be compared exactly are compared roughly, and it is said', () => {
    expect(budgetOf([{ id: 'a', limit: days(6) }], { amount: 7, unit: 'calendarDay' })).toMatchObject({
      allowed: 5,
      exceeded: true,
      approximate: true,
    });
    expect(budgetOf([{ id: 'a', limit: days(6) }], { amount: 0.7, unit: 'month' })).toMatchObject({
      allowed: 15,
      exceeded: false,
      approximate: true,
    });
    expect(budgetOf([{ id: 'a', limit: hours(0) }], { amount: 7, unit: 'calendarDay' })).toMatchObject({
      approximate: false,
    });
  });
  test('bad limits are refused', () => {
    expect(() => budgetOf([{ id: 'a', limit: days(-1) }], days(1))).toThrow(
      expect.objectContaining({ rule: 'badLimit' }),
    );
  });
  test('a step’s saving is office time', () => {
    const balance = stepBalance({
      startedAt: at('2026-11-20 16:00'),
      dueAt: at('2026-11-25 17:00'),
      endedAt: at('2026-11-23 08:00'),
      time,
    });
    expect(balance).toEqual({ allowedHours: 17, usedHours: 2, savedHours: 15 });
  });
});

test('the data of the law are as documented', () => {
  expect(national.calendar.version).toBe('2026.1');
  expect(rules.forwarding.cutOff).toBe('15:00');
});
