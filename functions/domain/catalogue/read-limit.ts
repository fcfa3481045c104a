import { method } from '../../../schemas/catalogue/procedure.ts';
import type { Limit, Read, ReadingWarning } from './reading.ts';

/** Units in which limits are published, however the source spells them. */
export type PublishedUnit = 'workingDay' | 'calendarDay' | 'workingHour' | 'hour' | 'month' | 'year';

/**
 * No published limit is longer than this many days; 1100 "days" is a limit and a fee glued together ("1" and "100.000").
 * The longest real ones are below two years.
 */
const LONGEST_BELIEVABLE = { workingDay: 500, calendarDay: 730, workingHour: 4000, month: 24 };

/**
 * A published time limit as ours, or null with the reason. Hours of an office are working hours and a year is twelve months; that
 * reading is reported. A limit without number or unit is never completed: 324 of 2,642 published ones have none.
 */
export function readLimit(
  published: { amount: number | null; unit: PublishedUnit | null },
  field: string,
): Read<Limit | null> {
  const { amount, unit } = published;
  if (amount === null) return unread('limit-amount-missing', field, 'The limit has no number.');
  if (unit === null) return unread('limit-unit-missing', field, `The limit of ${amount} has no unit.`);

  const warnings: ReadingWarning[] = [];
  const read = { amount: unit === 'year' ? amount * 12 : amount, unit: ourUnit(unit) };
  if (unit === 'hour' || unit === 'year') {
    const message = `${amount} ${unit}(s) read as ${read.amount} ${read.unit}(s).`;
    warnings.push({ code: 'limit-unit-read-as', field, message });
  }
  if (read.amount > LONGEST_BELIEVABLE[read.unit]) {
    return unread('limit-unreadable', field, `A limit of ${amount} ${unit}s cannot be right.`);
  }
  if (read.amount === 0) {
    warnings.push({ code: 'limit-doubtful', field, message: `The limit is 0 ${unit}s.` });
  }
  const checked = method.shape.limit.unwrap().safeParse(read);
  return checked.success
    ? { value: checked.data, warnings }
    : unread(
        'limit-unreadable',
        field,
        `A limit of ${amount} ${unit}s is not usable: ${checked.error.issues[0]?.message}.`,
      );
}

function ourUnit(unit: PublishedUnit): Limit['unit'] {
  if (unit === 'hour') return 'workingHour';
  return unit === 'year' ? 'month' : unit;
}

function unread(code: ReadingWarning['code'], field: string, message: string): Read<null> {
  return { value: null, warnings: [{ code, field, message }] };
}
