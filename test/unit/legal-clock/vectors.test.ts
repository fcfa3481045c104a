import { expect, test } from 'vitest';
import { mustBeDue } from '../../../functions/domain/legal-clock/legal-clock.ts';
import { at, nationalClock, text } from './fixtures.ts';

const clock = nationalClock();

test.each([
  ['five working days over the swapped Saturday and 30/4–2/5', '2025-04-25 10:00', 5, '2025-05-06'],
  ['three working days over Tết 2026', '2026-02-12 09:00', 3, '2026-02-24'],
  ['two working days over New Year with its swapped Friday', '2025-12-31 14:00', 2, '2026-01-06'],
  ['three working days with the swapped Saturday before 2/9', '2026-08-21 09:00', 3, '2026-08-25'],
  ['three working days ending on a swapped Saturday', '2024-04-26 09:00', 3, '2024-05-04'],
  ['three working days over the Culture Day', '2026-11-20 15:30', 3, '2026-11-26'],
])('%s', (_, start, amount, dueOn) => {
  const due = mustBeDue(clock.explain({ start: at(start), limit: { amount, unit: 'workingDay' } }));
  expect(due.dueOn).toBe(dueOn);
  expect(text(due.dueAt)).toBe(`${dueOn} 17:00`);
});

test.each([
  [
    'five calendar days ending on 30/4 roll over 1/5, the swapped 2/5 and the week-end',
    '2025-04-25 10:00',
    5,
    '2025-05-05',
  ],
  ['three calendar days ending on the Sunday before Tết roll over it', '2026-02-12 09:00', 3, '2026-02-23'],
])('%s', (_, start, amount, dueOn) => {
  expect(clock.dueOf({ start: at(start), limit: { amount, unit: 'calendarDay' } })).toMatchObject({ dueOn });
});

test.each([
  ['to the same hour after a week-end', '2026-11-20 16:00', '2026-11-23 16:00'],
  ['received in the evening: a full day after the week-end', '2026-11-20 20:00', '2026-11-23 17:00'],
  ['over 30/4–1/5', '2025-04-29 14:00', '2025-05-05 14:00'],
  ['over 31/8–2/9', '2026-08-28 16:00', '2026-09-03 16:00'],
  ['on to a swapped Saturday', '2026-08-21 16:00', '2026-08-22 16:00'],
])('eight working hours %s', (_, start, due) => {
  const answer = mustBeDue(clock.explain({ start: at(start), limit: { amount: 8, unit: 'workingHour' } }));
  expect(text(answer.dueAt)).toBe(due);
  expect(answer.dueOn).toBe(due.slice(0, 10));
});
