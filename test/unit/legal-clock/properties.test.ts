import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Interruption } from '../../../functions/domain/legal-clock/interruptions.ts';
import { mustBeDue } from '../../../functions/domain/legal-clock/legal-clock.ts';
import { dateOf, HOUR, MINUTE } from '../../../functions/domain/vietnam-time.ts';
import type { Limit } from '../../../schemas/calendar.ts';
import { nationalClock } from './fixtures.ts';
import { dateText, inOffice, isWorked, slowDays, slowHours } from './slow-walk.ts';

const clock = nationalClock();
const OFFSET = 7 * 60;
const toInstant = (minute: number) => (minute - OFFSET) * MINUTE;
const dueOf = (start: number, limit: Limit, interruptions?: Interruption[]) =>
  mustBeDue(clock.dueOf({ start: toInstant(start), limit, interruptions }));

/** Any minute from 2021 to the autumn of 2026, so that every date stays within the official years. */
const start = fc.integer({
  min: Date.parse('2021-01-01T00:00:00Z') / MINUTE,
  max: Date.parse('2026-08-15T00:00:00Z') / MINUTE,
});

/** Up to four pauses after the start, in order, from nothing to ten days long. */
const gaps = fc.array(
  fc.record({ wait: fc.integer({ min: 0, max: 6000 }), length: fc.integer({ min: 0, max: 14_400 }) }),
  { maxLength: 4 },
);

function pausesOf(from: number, list: readonly { wait: number; length: number }[]) {
  let at = from;
  return list.map(({ wait, length }) => {
    const pause = { from: at + wait, to: at + wait + length };
    at = pause.to;
    return pause;
  });
}

const resumes = (pauses: readonly { from: number; to: number }[]): Interruption[] =>
  pauses.map(({ from, to }) => ({ from: toInstant(from), to: toInstant(to), resume: 'resume' }));

const anyLimit: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 0, max: 40 }), unit: fc.constant('workingDay' as const) }),
  fc.record({ amount: fc.constantFrom(0.5, 1.5, 2.25, 7.5), unit: fc.constant('workingDay' as const) }),
  fc.record({ amount: fc.integer({ min: 0, max: 60 }), unit: fc.constant('calendarDay' as const) }),
  fc.record({ amount: fc.constantFrom(0, 0.5, 1, 1.5, 3), unit: fc.constant('month' as const) }),
  fc.record({
    amount: fc.integer({ min: 0, max: 2400 }).map(n => n / 60),
    unit: fc.constant('workingHour' as const),
  }),
);

test('hours agree with a walk minute by minute, pauses included', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 1500 }), gaps, (from, minutes, list) => {
      const pauses = pausesOf(from, list);
      const due = dueOf(from, { amount: minutes / 60, unit: 'workingHour' }, resumes(pauses));
      expect(due.dueAt).toBe(toInstant(slowHours(from, minutes, pauses)));
    }),
    { numRuns: 300 },
  );
});

test('working days and calendar days agree with a walk day by day, pauses included', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 40 }), fc.boolean(), gaps, (from, amount, working, list) => {
      const pauses = pausesOf(from, list);
      const due = dueOf(from, { amount, unit: working ? 'workingDay' : 'calendarDay' }, resumes(pauses));
      expect(due.dueOn).toBe(slowDays(from, amount, working ? 'worked' : 'all', pauses));
      expect(due.dueAt).toBe(toInstant(Date.parse(`${due.dueOn}T17:00:00Z`) / MINUTE));
    }),
    { numRuns: 2000 },
  );
});

test('half days agree with the walk: the last day by days, its half by minutes', () => {
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 0, max: 10 }),
      fc.integer({ min: 1, max: 3 }),
      (from, whole, quarters) => {
        const due = dueOf(from, { amount: whole + quarters / 4, unit: 'workingDay' });
        const opening = Date.parse(`${slowDays(from, whole + 1, 'worked', [])}T07:00:00Z`) / MINUTE;
        expect(due.dueAt).toBe(toInstant(slowHours(opening, quarters * 120, [])));
      },
    ),
  );
});

test('a later start is never due earlier', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 0, max: 10_000 }), anyLimit, (from, later, limit) => {
      expect(dueOf(from + later, limit).dueAt).toBeGreaterThanOrEqual(dueOf(from, limit).dueAt);
    }),
    { numRuns: 1000 },
  );
});

test('a due moment lies in office time of a working day, never before the start', () => {
  fc.assert(
    fc.property(start, anyLimit, gaps, (from, limit, list) => {
      const { dueAt, dueOn } = dueOf(from, limit, resumes(pausesOf(from, list)));
      const minute = dueAt / MINUTE + OFFSET;
      expect(isWorked(dueOn)).toBe(true);
      expect(inOffice(minute) || inOffice(minute - 1)).toBe(true);
      expect(dueAt).toBeGreaterThanOrEqual(toInstant(from));
    }),
    { numRuns: 1000 },
  );
});

test('a limit never ends while a pause lasts', () => {
  fc.assert(
    fc.property(start, anyLimit, gaps, (from, limit, list) => {
      fc.pre(limit.amount > 0);
      const pauses = resumes(pausesOf(from, list));
      const { dueAt } = dueOf(from, limit, pauses);
      expect(pauses.some(pause => pause.from < dueAt && dueAt < (pause.to ?? 0))).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('a pause cut in two is the same pause', () => {
  fc.assert(
    fc.property(
      start,
      anyLimit,
      gaps,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (from, limit, list, share) => {
        const whole = pausesOf(from, list);
        const cut = whole.flatMap(({ from: a, to: b }) => {
          const middle = a + Math.floor((b - a) * share);
          return [
            { from: a, to: middle },
            { from: middle, to: b },
          ];
        });
        // where the due moment falls on the very cut, one of the halves no longer holds it
        const due = dueOf(from, limit, resumes(whole)).dueAt;
        fc.pre(!cut.some(pause => toInstant(pause.to) === due));
        expect(dueOf(from, limit, resumes(cut)).dueAt).toBe(due);
      },
    ),
    { numRuns: 1000 },
  );
});

test('resume is the sum of the stretches in which the clock ran', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 900 }), gaps, (from, minutes, list) => {
      const pauses = resumes(pausesOf(from, list));
      const { dueAt } = dueOf(from, { amount: minutes / 60, unit: 'workingHour' }, pauses);
      const bounds = [
        toInstant(from),
        ...pauses.flatMap(pause => [pause.from, pause.to ?? 0]),
        Number.POSITIVE_INFINITY,
      ];
      let ran = 0;
      for (let index = 0; index < bounds.length; index += 2) {
        const end = Math.min(dueAt, bounds[index + 1] ?? 0);
        for (let at = bounds[index] ?? 0; at < end; at += MINUTE)
          ran += inOffice(at / MINUTE + OFFSET) ? 1 : 0;
      }
      expect(ran).toBe(minutes);
    }),
    { numRuns: 200 },
  );
});

test('a restart forgets everything before it', () => {
  fc.assert(
    fc.property(start, anyLimit, gaps, fc.integer({ min: 0, max: 10_000 }), (from, limit, list, length) => {
      const before = pausesOf(from, list);
      const begun = before.at(-1)?.to ?? from;
      const restart: Interruption = {
        from: toInstant(begun),
        to: toInstant(begun + length),
        resume: 'restart',
      };
      const due = dueOf(from, limit, [...resumes(before), restart]);
      expect(due.dueAt).toBe(dueOf(begun + length, limit).dueAt);
    }),
    { numRuns: 1000 },
  );
});

test('the explanation speaks of the same date, day after day without a gap, and adds up to the limit', () => {
  fc.assert(
    fc.property(start, anyLimit, gaps, (from, limit, list) => {
      const interruptions = resumes(pausesOf(from, list));
      const question = { start: toInstant(from), limit, interruptions };
      const { entries, ...answer } = mustBeDue(clock.explain(question));
      expect(answer).toEqual(clock.dueOf(question));
      const dates = [...new Set(entries.map(({ date }) => date))];
      const first = Date.parse(`${dateText(from)}T00:00:00Z`);
      expect(dates).toEqual(dates.map((_, index) => dateText((first + index * 24 * HOUR) / MINUTE)));
      expect(dates.at(-1) ?? answer.dueOn).toBe(dateOf(answer.dueAt));
      if (limit.unit === 'month') return;
      const sum = entries.reduce((total, { counted }) => total + Number(counted), 0);
      expect(sum).toBeCloseTo(limit.amount, 9);
    }),
    { numRuns: 1000 },
  );
});
