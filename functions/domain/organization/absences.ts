import type { Absence } from '../../../schemas/organization/absence.ts';
import { holdsOn } from './periods.ts';

/** The absence of an officer on a day; undefined where they are there. */
export function awayOn(absences: readonly Absence[], officer: string, day: string): Absence | undefined {
  return absences.find(one => one.officer === officer && holdsOn(one, day));
}
