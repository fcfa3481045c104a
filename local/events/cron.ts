import { HostError } from '../host/host-error.ts';

/** The instants that a `rate(…)`, `cron(…)` or `at(…)` expression names. */
export interface Schedule {
  /** The first instant after `instant`, or undefined when there is none. `origin` is when the schedule began. */
  next(instant: number, origin: number): number | undefined;
}

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAY = 86_400_000;

/** Reads a schedule expression of EventBridge; cron fields count in `zone`. Throws a HostError on one that AWS would refuse too. */
export function readSchedule(expression: string, zone = 'UTC'): Schedule {
  const [, kind, inner = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return rate(expression, inner);
  if (kind === 'at') return once(expression, inner, zone);
  if (kind === 'cron') return cron(expression, inner, zone);
  throw new HostError(`The schedule expression ${expression} is neither rate(…) nor cron(…) nor at(…).`);
}

function rate(expression: string, inner: string): Schedule {
  const [, amount = '', unit = ''] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(inner) ?? [];
  const period = Number(amount) * (UNITS[unit] ?? 0);
  if (!period) throw new HostError(`The schedule expression ${expression} has no rate that AWS knows.`);
  return {
    next: (instant, origin) => origin + (Math.floor(Math.max(0, instant - origin) / period) + 1) * period,
  };
}

function once(expression: string, inner: string, zone: string): Schedule {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(inner))
    throw new HostError(`The schedule expression ${expression} has no time that AWS knows.`);
  const due = toInstant(Date.parse(`${inner}Z`), zone);
  return { next: instant => (due > instant ? due : undefined) };
}

type DayRule = (day: Date) => boolean;

function cron(expression: string, inner: string, zone: string): Schedule {
  const fields = inner.trim().split(/\s+/);
  const [minute, hour, monthDay, month, weekday, year] = fields;
  const bad = (what: string) => new HostError(`The schedule expression ${expression} is wrong: ${what}.`);
  if (fields.length !== 6 || !minute || !hour || !monthDay || !month || !weekday || !year)
    throw bad('cron has six fields');
  if ((monthDay === '?') === (weekday === '?'))
    throw bad('either the day of the month or the day of the week must be ?');
  const set = (field: string, from: number, to: number, names: readonly string[] = []) =>
    readField(field, from, to, names, bad);
  const minutes = [...set(minute, 0, 59)].sort((a, b) => a - b);
  const hours = [...set(hour, 0, 23)].sort((a, b) => a - b);
  const months = set(month, 1, 12, ['', ...MONTHS]);
  const years = set(year, 1970, 2199);
  const dayRule = weekday === '?' ? monthDayRule(monthDay, set) : weekdayRule(weekday, set);

  /** Works on wall-clock time, held as if it were UTC. */
  const nextWall = (after: number): number | undefined => {
    for (let day = Math.floor(after / DAY) * DAY; ; day += DAY) {
      const date = new Date(day);
      if (date.getUTCFullYear() > 2199) return undefined;
      if (!years.has(date.getUTCFullYear()) || !months.has(date.getUTCMonth() + 1) || !dayRule(date))
        continue;
      for (const h of hours) {
        for (const m of minutes) {
          const wall = day + h * 3_600_000 + m * 60_000;
          if (wall > after) return wall;
        }
      }
    }
  };
  return {
    next(instant) {
      const wall = nextWall(instant + offsetAt(instant, zone));
      return wall === undefined ? undefined : toInstant(wall, zone);
    },
  };
}

type SetOf = (field: string, from: number, to: number, names?: readonly string[]) => ReadonlySet<number>;

function monthDayRule(field: string, set: SetOf): DayRule {
  const lastOf = (date: Date) =>
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  if (field === 'L') return date => date.getUTCDate() === lastOf(date);
  const [, near] = /^(\d{1,2}|L)W$/.exec(field) ?? [];
  if (near !== undefined) {
    return date => {
      const last = lastOf(date);
      const wanted = near === 'L' ? last : Math.min(Number(near), last);
      const falls = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), wanted)).getUTCDay();
      const saturday = wanted === 1 ? wanted + 2 : wanted - 1;
      const sunday = wanted === last ? wanted - 2 : wanted + 1;
      return date.getUTCDate() === (falls === 6 ? saturday : falls === 0 ? sunday : wanted);
    };
  }
  const days = set(field, 1, 31);
  return date => days.has(date.getUTCDate());
}

function weekdayRule(field: string, set: SetOf): DayRule {
  const names = ['', ...WEEKDAYS];
  const [, weekday, nth] = /^(\w+)#([1-5])$/.exec(field) ?? [];
  if (weekday !== undefined && nth !== undefined) {
    const days = set(weekday, 1, 7, names);
    return date => days.has(date.getUTCDay() + 1) && Math.ceil(date.getUTCDate() / 7) === Number(nth);
  }
  const [, last] = /^(\w+?)L$/.exec(field) ?? [];
  if (last !== undefined) {
    const days = set(last, 1, 7, names);
    return date =>
      days.has(date.getUTCDay() + 1) &&
      new Date(date.getTime() + 7 * DAY).getUTCMonth() !== date.getUTCMonth();
  }
  const days = field === 'L' ? new Set([7]) : set(field, 1, 7, names);
  return date => days.has(date.getUTCDay() + 1);
}

function readField(
  field: string,
  from: number,
  to: number,
  names: readonly string[],
  bad: (what: string) => HostError,
): ReadonlySet<number> {
  const numberOf = (text: string) => {
    const named = names.indexOf(text.toUpperCase());
    const value = named > 0 ? named : /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= from && value <= to)) throw bad(`${text} is not within ${from}–${to}`);
    return value;
  };
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [range = '', step] = part.split('/');
    const [low = '', high] = range.split('-');
    const first = range === '*' || range === '?' ? from : numberOf(low);
    const last =
      high !== undefined ? numberOf(high) : range === '*' || range === '?' || step !== undefined ? to : first;
    const by = step === undefined ? 1 : Number(step);
    if (!(by >= 1)) throw bad(`${part} has no step`);
    for (let value = first; value <= last; value += by) values.add(value);
    if (first > last) throw bad(`${part} runs backwards`);
  }
  return values;
}

/** Milliseconds that wall clocks in `zone` are ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(instant).find(part => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name) ?? [];
  return sign === undefined
    ? 0
    : (sign === '-' ? -1 : 1) * (Number(hours) * 3_600_000 + Number(minutes) * 60_000);
}

/** The instant at which wall clocks in `zone` show `wall`. */
function toInstant(wall: number, zone: string): number {
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}
