import retention from '../../../law/access-records.json' with { type: 'json' };
import {
  civilOf,
  dateOf,
  dayNumberOf,
  dayNumberOfCivil,
  type Instant,
  startOfDayNumber,
} from '../vietnam-time.ts';

function yearsKept(at: Instant): number {
  const version = retention.versions.findLast(({ from }) => from <= dateOf(at));
  if (!version)
    throw new RangeError(
      `No retention of access records is known for ${dateOf(at)}: law/access-records.json begins later.`,
    );
  return version.keptYears;
}

function yearsAway(at: Instant, years: number): Instant {
  const { year, month, day } = civilOf(dayNumberOf(at));
  return startOfDayNumber(dayNumberOfCivil(year + years, month, day + (years > 0 ? 1 : 0)));
}

/** Until when the record of a read is kept: the end of the same day, so many years later. */
export function accessKeptUntil(at: Instant): Instant {
  return yearsAway(at, yearsKept(at));
}

/** The first day (`YYYY-MM-DD`) whose reads are still recorded. */
export function accessKeptSince(now: Instant): string {
  return dateOf(yearsAway(now, -yearsKept(now)));
}
