import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { addBusinessDays } from 'date-fns';
import { legalClock } from '../functions/domain/legal-clock/legal-clock.ts';
import { DAY, parseInstant } from '../functions/domain/vietnam-time.ts';
import { nationalCalendar, standardOfficeHours, vietnameseRules } from '../law/calendars/national.ts';
import type { Limit } from '../schemas/calendar.ts';

/**
 * How many due dates a second. The plain case (working days, no pauses) is compared in the same run with addBusinessDays of date-fns, which knows week-ends only:
 * no holidays, no office hours, the machine's time zone. `--json` prints the numbers only.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, seconds: { type: 'string', default: '0.6' } },
});
const span = Number(values.seconds) * 1000;

const clock = legalClock({
  calendar: nationalCalendar,
  officeHours: standardOfficeHours,
  rules: vietnameseRules,
});
const first = parseInstant('2026-01-05T09:00:00+07:00');
const starts = Array.from({ length: 200 }, (_, index) => first + index * DAY + (index % 97) * 60_000);
const startDates = starts.map(start => new Date(start));

/** Calls a second of the best of three rounds, after a warm-up: the others were disturbed by something else. */
function rate(call: (index: number) => unknown): number {
  let best = 0;
  for (let round = 0; round < 4; round++) {
    const begun = performance.now();
    let calls = 0;
    while (performance.now() - begun < span / 4) {
      for (let index = 0; index < starts.length; index++) call(index);
      calls += starts.length;
    }
    if (round > 0) best = Math.max(best, (calls * 1000) / (performance.now() - begun));
  }
  return Math.round(best);
}

const due = (limit: Limit) => (index: number) => clock.dueOf({ start: starts[index] ?? first, limit });
const explained = (limit: Limit) => (index: number) =>
  clock.explain({ start: starts[index] ?? first, limit });
const businessDays = (amount: number) => (index: number) =>
  addBusinessDays(startDates[index] ?? new Date(first), amount);
const paused = (index: number) => {
  const start = starts[index] ?? first;
  const interruptions = [1, 4, 9].map(day => ({
    from: start + day * DAY,
    to: start + (day + 2) * DAY,
    resume: 'resume' as const,
  }));
  return clock.dueOf({ start, limit: { amount: 15, unit: 'workingDay' }, interruptions });
};

const rates = {
  'plain: 15 working days': rate(due({ amount: 15, unit: 'workingDay' })),
  'plain: 15 working days, date-fns addBusinessDays': rate(businessDays(15)),
  '15 working days, explained day by day': rate(explained({ amount: 15, unit: 'workingDay' })),
  '15 working days, three pauses': rate(paused),
  '30 calendar days': rate(due({ amount: 30, unit: 'calendarDay' })),
  '8 working hours': rate(due({ amount: 8, unit: 'workingHour' })),
  '1 year in working days': rate(due({ amount: 250, unit: 'workingDay' })),
  '20 years in working days': rate(due({ amount: 5000, unit: 'workingDay' })),
  '20 years in working days, date-fns addBusinessDays': rate(businessDays(5000)),
  '20 years in working days, explained': rate(explained({ amount: 5000, unit: 'workingDay' })),
  '1 year in working hours': rate(due({ amount: 2000, unit: 'workingHour' })),
  '20 years in working hours': rate(due({ amount: 40_000, unit: 'workingHour' })),
};
const figures = {
  ratioToDateFnsPlain:
    rates['plain: 15 working days'] / rates['plain: 15 working days, date-fns addBusinessDays'],
  ratioToDateFns20Years:
    rates['20 years in working days'] / rates['20 years in working days, date-fns addBusinessDays'],
  costOf20YearsToCostOf1YearInDays: rates['1 year in working days'] / rates['20 years in working days'],
  costOf20YearsToCostOf1YearInHours: rates['1 year in working hours'] / rates['20 years in working hours'],
};

if (!values.json) {
  for (const [name, perSecond] of Object.entries(rates))
    console.log(`${name.padEnd(52)}${perSecond.toLocaleString('en').padStart(14)} /s`);
  for (const [name, value] of Object.entries(figures))
    console.log(`${name.padEnd(52)}${value.toFixed(2).padStart(14)}`);
}
console.log(
  JSON.stringify({
    bench: 'legal-clock',
    node: process.version,
    cpus: availableParallelism(),
    perSecond: rates,
    ...figures,
  }),
);
