import { addDays } from '../../domain/vietnam-time.ts';
import { lastDayOver } from './anchor-day.ts';
import { type AuditDeps, auditContext } from './audit-context.ts';
import { type AuditSlice, auditDay } from './audit-day.ts';

/** How many days the newest anchor may be behind: one night may have failed. */
const BEHIND = 2;

/**
 * Holds everything against every anchored day, from the first to the last, and says where days are
 * missing, between them and after them.
 */
export async function* auditEverything(deps: AuditDeps): AsyncGenerator<AuditSlice> {
  const days = await deps.archive.days();
  const [first, last] = [days[0], days.at(-1)];
  const over = lastDayOver(deps.now());
  const late = (day: string, detail: string): AuditSlice => ({
    day,
    found: [{ day, name: day, detail }],
    looked: 0,
    passed: 0,
    size: 0,
  });
  if (first === undefined || last === undefined) {
    yield late(over, 'no day was ever anchored');
    return;
  }
  const context = auditContext(deps, first, last);
  for (let day = first; day <= last; day = addDays(day, 1)) yield* auditDay(context, day);
  if (addDays(last, BEHIND) <= over) yield late(last, 'no day after this one was anchored');
}
