import { expect, test } from 'vitest';
import { lastDay, presenceOn } from '../../../web/officer/absences/presence.ts';
import { dayBefore } from '../../../web/wording/day-in-viet-nam.ts';

const absence = { from: '2026-12-07', to: '2026-12-11', endedOn: null };

test('an absence is to come, now, over, or was none', () => {
  expect(presenceOn(absence, '2026-12-06')).toBe('toCome');
  expect(presenceOn(absence, '2026-12-07')).toBe('now');
  expect(presenceOn(absence, '2026-12-11')).toBe('now');
  expect(presenceOn(absence, '2026-12-12')).toBe('over');
  const back = { ...absence, endedOn: '2026-12-09' };
  expect([lastDay(back), presenceOn(back, '2026-12-10')]).toEqual(['2026-12-09', 'over']);
  expect(presenceOn({ ...absence, endedOn: '2026-12-06' }, '2026-12-06')).toBe('cancelled');
});

test('the day before the first of a month is the last of another', () => {
  expect(dayBefore(Date.parse('2027-03-01T00:00:00+07:00'))).toBe('2027-02-28');
});
