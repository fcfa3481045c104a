import type { Absence } from '../../api/generated.ts';

/** How an absence stands on a day: yet to come, now, over, or ended before it began. */
export type Presence = 'toCome' | 'now' | 'over' | 'cancelled';

/** The last day of an absence. */
export const lastDay = ({ to, endedOn }: Pick<Absence, 'to' | 'endedOn'>): string =>
  endedOn !== null && endedOn < to ? endedOn : to;

export function presenceOn(absence: Pick<Absence, 'from' | 'to' | 'endedOn'>, day: string): Presence {
  const last = lastDay(absence);
  if (last < absence.from) return 'cancelled';
  if (last < day) return 'over';
  return absence.from <= day ? 'now' : 'toCome';
}
