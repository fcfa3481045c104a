import { addDays, parseDate } from '../vietnam-time.ts';

/** Within how many nights every anchored day is held against the records again. */
export const AUDIT_NIGHTS = 30;

/** How many of the newest days are looked at every night. */
const NEWEST = 3;

/**
 * The anchored days that are due in the night after `night`, the oldest first: the newest ones, and every thirtieth
 * before. Nights that were missed since `done` are made up for.
 */
export function daysDue(first: string, night: string, done: string | undefined): string[] {
  const [from, to] = [parseDate(first), parseDate(night)];
  const missed = done === undefined ? 1 : Math.min(AUDIT_NIGHTS, to - parseDate(done));
  const days: string[] = [];
  for (let day = from; day <= to; day++) {
    const age = to - day;
    if (age < NEWEST || age % AUDIT_NIGHTS < missed) days.push(addDays(first, day - from));
  }
  return days;
}
