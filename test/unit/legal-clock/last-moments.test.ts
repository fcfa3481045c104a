import { describe, expect, test } from 'vitest';
import { vietnameseRules } from '../../../law/calendars/national.ts';
import { at, nationalClock, text } from './fixtures.ts';

/** Cases at the very edge of a rule, where one moment more or less is another answer. */
describe('the last moment', () => {
  test('of a limit: a restart that begins at it comes after it', () => {
    const question = {
      start: at('2026-11-02 09:00'),
      limit: { amount: 1, unit: 'workingDay' as const },
      interruptions: [
        { from: at('2026-11-03 17:00'), to: at('2026-11-05 09:00'), resume: 'restart' as const },
      ],
    };
    expect(nationalClock().dueOf(question).lapses).toEqual([
      { dueAt: at('2026-11-03 17:00'), restartedFrom: at('2026-11-03 17:00') },
    ]);
  });

  test('of a part of a month, counted from the first day: the part comes after the whole months', () => {
    const clock = nationalClock({ rules: { ...vietnameseRules, receiptDay: 'counted', lastDayOff: 'keep' } });
    const answer = clock.dueOf({ start: at('2026-03-02 09:00'), limit: { amount: 1.5, unit: 'month' } });
    expect(answer.status === 'due' && answer.dueOn).toBe('2026-04-16');
  });

  test('of a calendar that may be computed is the last day of 2199', () => {
    const limit = { amount: 1, unit: 'workingDay' as const };
    expect(() => nationalClock().dueOf({ start: at('2199-12-31 09:00'), limit })).toThrow('2200');
    const answer = nationalClock().dueOf({ start: at('2199-12-30 09:00'), limit });
    expect(answer.status === 'due' && text(answer.dueAt)).toBe('2199-12-31 17:00');
  });
});
