import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Limit } from './lint-limits.ts';

/** Working hours that a limit lasts about: only to tell the shorter of two that are counted differently. */
const ABOUT: Readonly<Record<Limit['unit'], number>> = {
  workingHour: 1,
  workingDay: 8,
  calendarDay: (8 * 5) / 7,
  month: 8 * 21,
};

/** The shortest legal limit of a procedure's ways of submission, which a workflow must keep for all; undefined where none is published. */
export function shortestLimit(procedure: Procedure): Limit | undefined {
  const limits = procedure.methods.flatMap(({ limit }) => (limit && limit.amount > 0 ? [limit] : []));
  const about = ({ amount, unit }: Limit) => amount * ABOUT[unit];
  return limits.sort((a, b) => about(a) - about(b))[0];
}
