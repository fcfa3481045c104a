import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Limit } from './lint-limits.ts';

/** Approximate length of a limit in working hours: only to find the shorter of two limits in different units. */
const ABOUT: Readonly<Record<Limit['unit'], number>> = {
  workingHour: 1,
  workingDay: 8,
  calendarDay: (8 * 5) / 7,
  month: 8 * 21,
};

/**
 * The shortest legal limit among a procedure's channels, which a workflow must meet for all; undefined if none is
 * published.
 */
export function shortestLimit(procedure: Procedure): Limit | undefined {
  const limits = procedure.methods.flatMap(({ limit }) => (limit && limit.amount > 0 ? [limit] : []));
  const about = ({ amount, unit }: Limit) => amount * ABOUT[unit];
  return limits.sort((a, b) => about(a) - about(b))[0];
}
