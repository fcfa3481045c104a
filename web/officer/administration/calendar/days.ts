import type { WorkCalendarOutput } from '../../../api/generated.ts';

export type Year = WorkCalendarOutput['calendar']['years'][number];
export type DayKind = 'working' | 'off' | 'holiday' | 'swapped';

export interface Day {
  readonly date: string;
  readonly kind: DayKind;
  readonly name?: { readonly vi: string; readonly en: string };
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** What kind of day a date is by a calendar. */
export function dayOf({ calendar }: WorkCalendarOutput, date: string): Day {
  const year = calendar.years.find(each => each.year === Number(date.slice(0, 4)));
  const off = year?.daysOff.find(each => each.date === date);
  if (off) return { date, kind: 'holiday', name: off.name };
  if (year?.saturdaysWorked.some(each => each.date === date)) return { date, kind: 'swapped' };
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return { date, kind: calendar.weeklyDaysOff.some(each => each === weekday) ? 'off' : 'working' };
}

/** A month's dates in weeks from Monday; undefined where a week reaches out of the month. */
export function weeksOf(year: number, month: number): (string | undefined)[][] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const two = (value: number) => String(value).padStart(2, '0');
  const cells = [
    ...Array.from({ length: before }, () => undefined),
    ...Array.from({ length: count }, (_, index) => `${year}-${two(month)}-${two(index + 1)}`),
  ];
  const weeks: (string | undefined)[][] = [];
  for (let at = 0; at < cells.length; at += 7)
    weeks.push(Array.from({ length: 7 }, (_, index) => cells[at + index]));
  return weeks;
}

/** A calendar in which one of its years is another. */
export function withYear(
  work: WorkCalendarOutput,
  year: number,
  change: (year: Year) => Year,
): WorkCalendarOutput {
  const years = work.calendar.years.map(each => (each.year === year ? change(each) : each));
  return { ...work, calendar: { ...work.calendar, years } };
}

/** A year without what is special about a date; a swap goes with both of its days. */
export function withoutDay(year: Year, date: string): Year {
  const swap = year.saturdaysWorked.find(each => each.date === date || each.inPlaceOf === date);
  const gone = swap ? [date, swap.date, swap.inPlaceOf] : [date];
  return {
    ...year,
    daysOff: year.daysOff.filter(each => !gone.includes(each.date)),
    saturdaysWorked: year.saturdaysWorked.filter(each => !gone.includes(each.date)),
  };
}

/** A year with one more holiday, in the order of dates. */
export function withHoliday(year: Year, date: string, name: string): Year {
  const others = withoutDay(year, date);
  const added = { date, reason: 'holiday' as const, name: { vi: name, en: name } };
  return { ...others, daysOff: [...others.daysOff, added].toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
}

/** A year in which a Saturday is worked in place of another day. */
export function withSwap(year: Year, date: string, inPlaceOf: string, name: string): Year {
  const others = withoutDay(withoutDay(year, date), inPlaceOf);
  const off = { date: inPlaceOf, reason: 'swapped' as const, name: { vi: name, en: name } };
  return {
    ...others,
    daysOff: [...others.daysOff, off].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    saturdaysWorked: [...others.saturdaysWorked, { date, inPlaceOf }].toSorted((a, b) =>
      a.date < b.date ? -1 : 1,
    ),
  };
}
