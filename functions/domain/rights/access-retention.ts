import retention from '../../../law/access-records.json' with { type: 'json' };
import { lawInForce } from '../law-in-force.ts';
import {
  civilOf,
  dateOf,
  dayNumberOf,
  dayNumberOfCivil,
  type Instant,
  startOfDayNumber,
} from '../vietnam-time.ts';

function yearsKept(at: Instant): number {
  return lawInForce(retention.versions, dateOf(at), 'access-records.json').keptYears;
}

function yearsAway(at: Instant, years: number): Instant {
  const { year, month, day } = civilOf(dayNumberOf(at));
  return startOfDayNumber(dayNumberOfCivil(year + years, month, day + (years > 0 ? 1 : 0)));
}

/** Until when an access record is kept: the end of the same day, so many years later. */
export function accessKeptUntil(at: Instant): Instant {
  return yearsAway(at, yearsKept(at));
}

/** The first day (`YYYY-MM-DD`) with access records still kept. */
export function accessKeptSince(now: Instant): string {
  return dateOf(yearsAway(now, -yearsKept(now)));
}
