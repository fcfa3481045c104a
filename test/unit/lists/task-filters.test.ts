import { describe, expect, test } from 'vitest';
import type { AlarmState } from '../../../functions/domain/lists/open-tasks.ts';
import { maySound, taskQuestion } from '../../../functions/domain/lists/task-filters.ts';

const at = (hour: number) => Date.parse(`2026-11-23T${String(hour).padStart(2, '0')}:00:00+07:00`);
const alarms = {
  dueSoon: '2026-11-23T10:00:00+07:00',
  overdue: '2026-11-23T12:00:00+07:00',
  escalated: '2026-11-23T14:00:00+07:00',
};
const asked = (alarm: AlarmState | undefined, now: number) =>
  taskQuestion({ alarm }, { id: 'an', roles: ['handler'] }, { unit: 'H44.101', own: true, now });

describe('a task by the alarm that sounded for it', () => {
  test.each([
    [9, ['none']],
    [11, ['dueSoon']],
    [13, ['overdue']],
    [15, ['escalated']],
  ] as const)('at %i h it may be in the lists of %j only', (hour, states) => {
    const levels = ['none', 'dueSoon', 'overdue', 'escalated'] as const;
    expect(levels.filter(level => maySound(asked(level, at(hour)), alarms))).toEqual(states);
    expect(maySound(asked(undefined, at(hour)), alarms)).toBe(true);
  });

  test('around the instant of an alarm it may be in either list: what sounded tells the task itself', () => {
    const now = at(12) + 60_000;
    expect(maySound(asked('dueSoon', now), alarms)).toBe(true);
    expect(maySound(asked('overdue', now), alarms)).toBe(true);
  });
});

describe('what officers are shown unless they say otherwise', () => {
  const of = (roles: ('handler' | 'leader' | 'overseer')[], own = true, filters = {}) =>
    taskQuestion(filters, { id: 'an', roles }, { unit: 'H44.101', own, now: at(9) }).hands;
  test('what they hold and what nobody holds of their roles; a leader of all; elsewhere everything', () => {
    expect(of(['handler'])).toEqual({ free: ['handler'], officer: 'an' });
    expect(of(['leader'])?.free).toEqual(['reception', 'handler', 'leader', 'signer']);
    expect(of(['overseer'], false)).toBeUndefined();
    expect(of(['handler'], true, { assignee: 'me' })).toEqual({ free: [], officer: 'an' });
    expect(of(['handler'], true, { assignee: 'nobody' })).toEqual({ free: ['handler'], officer: undefined });
    expect(of(['handler'], true, { assignee: 'anybody' })).toBeUndefined();
  });
});
