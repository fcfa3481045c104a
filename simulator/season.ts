import {
  civilOf,
  dateOfDayNumber,
  startOfDayNumber,
  weekdayOfDayNumber,
} from '../functions/domain/vietnam-time.ts';
import type { Channel } from '../schemas/catalogue/procedure.ts';
import { officeHoursOf } from './office-hours.ts';
import type { Random } from './random.ts';

/** How many come in each month, against the year's mean: the rush before Tết and the lull after it, school and building in summer. */
const MONTHS = [1.25, 0.6, 1.05, 1.05, 1.0, 1.15, 1.2, 1.15, 1.0, 0.95, 0.95, 1.1];

/** Against a Monday: offices are fullest then, and online nobody rests quite. */
const WEEKDAYS = { mon: 1.2, tue: 1.05, wed: 1, thu: 0.95, fri: 0.9, sat: 0.25, sun: 0.2 } as const;

/** Online, by hour of the day: mornings and evenings. */
const HOURS = [1, 0.5, 0.3, 0.2, 0.3, 1, 3, 6, 10, 11, 9, 6, 4, 6, 9, 9, 7, 5, 4, 5, 7, 7, 5, 2];

const HOUR = 3_600_000;

/** Draws the instants (milliseconds) at which people come, between two days. */
export function openSeason(days: { readonly first: number; readonly last: number }) {
  const list = Array.from({ length: days.last - days.first + 1 }, (_, index) => days.first + index);
  const weights = list.map(day => {
    const month = MONTHS[civilOf(day).month - 1] ?? 1;
    return [day, month * WEEKDAYS[weekdayOfDayNumber(day)]] as const;
  });
  const working = weights.filter(([day]) => officeHoursOf('H44').isWorkingDay(day));
  if (working.length === 0) {
    throw new RangeError(
      `There is no working day from ${dateOfDayNumber(days.first)} to ${dateOfDayNumber(days.last)}.`,
    );
  }
  return {
    /** When somebody comes by a channel: to the counter and by post only while the unit's office is open. */
    draw(random: Random, channel: Channel, unit: string): number {
      if (channel === 'online') {
        const hour = random.weighted(HOURS.map((weight, index) => [index, weight] as const));
        return startOfDayNumber(random.weighted(weights)) + hour * HOUR + random.whole(0, HOUR - 1);
      }
      const midnight = startOfDayNumber(random.weighted(working));
      const hours = officeHoursOf(unit);
      return hours.nextOpen(midnight + random.whole(7 * HOUR, 17 * HOUR - 1));
    },
  };
}
