import { describe, expect, test } from 'vitest';
import type { Interruption } from '../../../functions/domain/legal-clock/interruptions.ts';
import { mustBeDue } from '../../../functions/domain/legal-clock/legal-clock.ts';
import type { Limit } from '../../../schemas/calendar.ts';
import { at, national, nationalClock, text } from './fixtures.ts';

const clock = nationalClock();
const pause = (from: string, to?: string, resume: Interruption['resume'] = 'resume'): Interruption => ({
  from: at(from),
  ...(to && { to: at(to) }),
  resume,
});
const days = (amount: number): Limit => ({ amount, unit: 'workingDay' });
const hours = (amount: number): Limit => ({ amount, unit: 'workingHour' });
const due = (start: string, limit: Limit, ...interruptions: Interruption[]) =>
  text(mustBeDue(clock.dueOf({ start: at(start), limit, interruptions })).dueAt);

describe('resume', () => {
  test('the day on which the clock stops counts, the day on which it runs again does not', () => {
    // Tue counts, Wed and Thu do not, Fri and Mon do
    expect(due('2026-11-16 10:00', days(3), pause('2026-11-17 09:00', '2026-11-19 09:00'))).toBe(
      '2026-11-23 17:00',
    );
  });
  test('a pause within one day takes no day', () => {
    expect(due('2026-11-16 10:00', days(3), pause('2026-11-17 09:00', '2026-11-17 15:00'))).toBe(
      '2026-11-19 17:00',
    );
  });
  test('a pause that begins and ends on days off takes the working days between', () => {
    expect(due('2026-11-13 10:00', days(1), pause('2026-11-14 09:00', '2026-11-15 09:00'))).toBe(
      '2026-11-16 17:00',
    );
    expect(due('2026-11-13 10:00', days(1), pause('2026-11-14 09:00', '2026-11-22 09:00'))).toBe(
      '2026-11-23 17:00',
    );
  });
  test('a limit does not end on a day on which the clock stood still at the close', () => {
    expect(due('2026-11-16 10:00', days(1), pause('2026-11-17 16:00', '2026-11-17 18:00'))).toBe(
      '2026-11-18 17:00',
    );
    expect(due('2026-11-16 10:00', days(1), pause('2026-11-17 17:00', '2026-11-19 18:00'))).toBe(
      '2026-11-17 17:00',
    );
    expect(due('2026-11-16 10:00', days(1), pause('2026-11-17 16:00', '2026-11-17 17:00'))).toBe(
      '2026-11-17 17:00',
    );
  });
  test('a pause after the due date changes nothing', () => {
    expect(due('2026-11-16 10:00', days(1), pause('2026-11-18 08:00', '2026-11-20 08:00'))).toBe(
      '2026-11-17 17:00',
    );
    expect(due('2026-11-16 10:00', days(1), pause('2026-11-18 08:00'))).toBe('2026-11-17 17:00');
  });
  test('hours stand still to the minute, over lunch and over night', () => {
    expect(due('2026-11-16 08:00', hours(4), pause('2026-11-16 09:00', '2026-11-16 14:00'))).toBe(
      '2026-11-16 17:00',
    );
    expect(due('2026-11-16 08:00', hours(4), pause('2026-11-16 16:00', '2026-11-18 06:00'))).toBe(
      '2026-11-16 14:00',
    );
    expect(due('2026-11-16 08:00', hours(8), pause('2026-11-16 16:00', '2026-11-18 06:00'))).toBe(
      '2026-11-18 09:00',
    );
    expect(due('2026-11-16 08:00', hours(1), pause('2026-11-16 09:00', '2026-11-17 09:00'))).toBe(
      '2026-11-16 09:00',
    );
  });
  test('two pauses that touch are one', () => {
    const [a, b] = [
      pause('2026-11-17 09:00', '2026-11-18 09:00'),
      pause('2026-11-18 09:00', '2026-11-19 09:00'),
    ];
    expect(due('2026-11-16 10:00', days(3), a, b)).toBe('2026-11-23 17:00');
  });
  test('the half of a day stands still to the minute', () => {
    expect(due('2026-11-16 10:00', days(0.5), pause('2026-11-17 08:00', '2026-11-17 09:00'))).toBe(
      '2026-11-17 14:00',
    );
  });
  test('a last day off rolls past a pause', () => {
    const saturday: Limit = { amount: 5, unit: 'calendarDay' };
    expect(due('2026-11-16 10:00', saturday, pause('2026-11-21 10:00', '2026-11-25 10:00'))).toBe(
      '2026-11-26 17:00',
    );
    expect(due('2026-11-16 10:00', saturday, pause('2026-11-23 10:00', '2026-11-25 10:00'))).toBe(
      '2026-11-26 17:00',
    );
  });
  test('a limit of zero ends on the day on which the pause ends', () => {
    expect(due('2026-11-16 10:00', days(0), pause('2026-11-16 11:00', '2026-11-18 10:00'))).toBe(
      '2026-11-18 17:00',
    );
    expect(due('2026-11-16 10:00', days(0), pause('2026-11-16 11:00', '2026-11-18 17:30'))).toBe(
      '2026-11-19 17:00',
    );
    const sameDay: Limit = { amount: 1, unit: 'workingDay', sameDay: { cutOff: '15:00' } };
    expect(due('2026-11-16 10:00', sameDay, pause('2026-11-16 11:00', '2026-11-18 16:00'))).toBe(
      '2026-11-19 17:00',
    );
  });
});

describe('restart', () => {
  test('begins again from nothing when the pause ends', () => {
    expect(due('2026-11-16 10:00', days(3), pause('2026-11-17 09:00', '2026-11-19 09:00', 'restart'))).toBe(
      due('2026-11-19 09:00', days(3)),
    );
  });
  test('the last restart decides, and pauses after it count', () => {
    const list = [
      pause('2026-11-02 09:00', '2026-11-03 09:00', 'restart'),
      pause('2026-11-05 09:00', '2026-11-06 09:00', 'restart'),
      pause('2026-11-09 09:00', '2026-11-10 09:00'),
    ];
    expect(due('2026-11-02 08:00', days(3), ...list)).toBe('2026-11-12 17:00');
  });
  test('after the limit has run out it starts afresh, and the lapse is told', () => {
    const question = {
      start: at('2026-11-02 08:00'),
      limit: days(1),
      interruptions: [pause('2026-11-05 09:00', '2026-11-06 09:00', 'restart')],
    };
    const answer = mustBeDue(clock.dueOf(question));
    expect(text(answer.dueAt)).toBe('2026-11-09 17:00');
    expect(answer.lapses).toEqual([{ dueAt: at('2026-11-03 17:00'), restartedFrom: at('2026-11-05 09:00') }]);
    const strict = nationalClock({ rules: { ...national.rules, restartAfterLapse: 'ignored' } });
    expect(strict.dueOf(question)).toMatchObject({ dueAt: at('2026-11-03 17:00'), lapses: [] });
  });
  test('before the limit has run out there is no lapse, though it would have run out in the pause', () => {
    const interruptions = [pause('2026-11-03 09:00', '2026-11-06 09:00', 'restart')];
    expect(clock.dueOf({ start: at('2026-11-02 08:00'), limit: days(1), interruptions })).toMatchObject({
      lapses: [],
    });
    const strict = nationalClock({ rules: { ...national.rules, restartAfterLapse: 'ignored' } });
    const answer = strict.dueOf({ start: at('2026-11-02 08:00'), limit: days(1), interruptions });
    expect(answer).toMatchObject({ dueOn: '2026-11-09' });
  });
});

describe('a clock that stands still', () => {
  const start = at('2026-11-16 10:00');
  test.each([
    ['working days', days(3), { amount: 2, unit: 'workingDay' }],
    ['one and a half working days', days(1.5), { amount: 0.5, unit: 'workingDay' }],
    ['hours', hours(10), { amount: 3, unit: 'workingHour' }],
    ['calendar days', { amount: 3, unit: 'calendarDay' } as const, { amount: 2, unit: 'calendarDay' }],
    ['months, in days', { amount: 1, unit: 'month' } as const, { amount: 29, unit: 'calendarDay' }],
  ])('has no due date, and says what is left: %s', (_, limit, left) => {
    const from = '2026-11-17 09:00'.replace('09:00', limit.unit === 'workingHour' ? '10:00' : '09:00');
    const answer = clock.explain({ start, limit, interruptions: [pause(from)] });
    const expected = limit.unit === 'workingHour' ? { amount: 10 - 5 - 3, unit: 'workingHour' } : left;
    expect(answer).toMatchObject({ status: 'paused', pausedSince: at(from), left: expected });
    expect(answer.entries.at(-1)).toMatchObject({ date: '2026-11-17', counted: false, reason: 'pause' });
    expect(() => mustBeDue(answer)).toThrow(expect.objectContaining({ rule: 'clockPaused' }));
  });
  test('stopped on its last day before the close', () => {
    const answer = clock.dueOf({ start, limit: days(1), interruptions: [pause('2026-11-17 16:00')] });
    expect(answer).toMatchObject({ status: 'paused', left: { amount: 1, unit: 'workingDay' } });
  });
  test('stopped on a day off on which it would have rolled on', () => {
    const limit: Limit = { amount: 5, unit: 'calendarDay' };
    const answer = clock.dueOf({ start, limit, interruptions: [pause('2026-11-21 16:00')] });
    expect(answer).toMatchObject({ status: 'paused', left: { amount: 0, unit: 'calendarDay' } });
  });
  test('in the half of its last day', () => {
    const answer = clock.dueOf({ start, limit: days(0.5), interruptions: [pause('2026-11-17 09:00')] });
    expect(answer).toMatchObject({ status: 'paused', left: { amount: 0.25, unit: 'workingDay' } });
  });
  test('waiting for a restart: everything is left', () => {
    const interruptions = [pause('2026-11-17 09:00', undefined, 'restart')];
    const answer = clock.explain({ start, limit: days(3), interruptions });
    expect(answer).toMatchObject({
      status: 'paused',
      pausedSince: at('2026-11-17 09:00'),
      left: { amount: 3 },
    });
    expect(answer.entries.map(({ date, reason }) => `${date} ${reason}`)).toEqual([
      '2026-11-16 forgotten',
      '2026-11-17 pause',
    ]);
  });
});

describe('interruptions that cannot be', () => {
  test.each([
    [
      'overlap',
      [pause('2026-11-17 09:00', '2026-11-19 09:00'), pause('2026-11-18 09:00', '2026-11-20 09:00')],
      1,
    ],
    [
      'are out of order',
      [pause('2026-11-18 09:00', '2026-11-19 09:00'), pause('2026-11-17 09:00', '2026-11-17 10:00')],
      1,
    ],
    ['end before they begin', [pause('2026-11-18 09:00', '2026-11-17 09:00')], 0],
    ['begin before the clock', [pause('2026-11-16 09:59', '2026-11-17 09:00')], 0],
    ['follow one that lasts', [pause('2026-11-17 09:00'), pause('2026-11-18 09:00', '2026-11-19 09:00')], 1],
    ['are no moments', [{ from: at('2026-11-17 09:00') + 0.5, resume: 'resume' } as const], 0],
    ['have no end that is a moment', [{ ...pause('2026-11-17 09:00'), to: Number.NaN }], 0],
  ])('refused when they %s', (_, interruptions, index) => {
    const ask = () => clock.dueOf({ start: at('2026-11-16 10:00'), limit: days(3), interruptions });
    expect(ask).toThrow(expect.objectContaining({ rule: 'badInterruption', data: { index } }));
    expect(ask).toThrow(`Interruption ${index + 1} `);
  });
  test('the refusal says what is wrong, and when', () => {
    const refusal = (...interruptions: Interruption[]) => {
      try {
        clock.dueOf({ start: at('2026-11-16 10:00'), limit: days(3), interruptions });
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
      return 'accepted';
    };
    expect(refusal(pause('2026-11-16 09:59', '2026-11-17 09:00'))).toBe(
      'Interruption 1 begins (2026-11-16T09:59:00+07:00) before the clock starts (2026-11-16T10:00:00+07:00).',
    );
    expect(refusal(pause('2026-11-17 09:00', '2026-11-19 09:00'), pause('2026-11-18 09:00'))).toBe(
      'Interruption 2 begins (2026-11-18T09:00:00+07:00) before the one before it ends (2026-11-19T09:00:00+07:00).',
    );
    expect(refusal(pause('2026-11-18 09:00', '2026-11-17 09:00'))).toBe(
      'Interruption 1 ends (2026-11-17T09:00:00+07:00) before it begins (2026-11-18T09:00:00+07:00).',
    );
    expect(refusal(pause('2026-11-17 09:00'), pause('2026-11-18 09:00'))).toBe(
      'Interruption 2 follows one that has not ended.',
    );
    expect(refusal({ from: 0.5, resume: 'resume' })).toBe(
      'Interruption 1 must begin and end at whole milliseconds.',
    );
  });
  test('may begin with the clock itself', () => {
    expect(due('2026-11-16 10:00', days(1), pause('2026-11-16 10:00', '2026-11-17 10:00'))).toBe(
      '2026-11-18 17:00',
    );
  });
});
