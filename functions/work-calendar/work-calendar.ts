import type { workCalendarOperations } from '../../schemas/api/operations/work-calendar.ts';
import { digestOf } from '../domain/canonical-json.ts';
import { legalClockOf } from '../domain/dossier/unit-clock.ts';
import { ProblemError } from '../domain/problem.ts';
import { toRfc3339 } from '../domain/vietnam-time.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import type { WorkCalendarStore } from '../platform/work-calendar/work-calendar-store.ts';

type Operations = typeof workCalendarOperations;

export interface WorkCalendarDeps {
  readonly workCalendars: WorkCalendarStore;
}

/** The working time in force, or of a version. */
export async function getWorkCalendar(
  deps: WorkCalendarDeps,
  { query }: Call<Operations['getWorkCalendar']>,
): Promise<Reply<Operations['getWorkCalendar']>> {
  const found =
    query.version === undefined
      ? await deps.workCalendars.current()
      : await deps.workCalendars.version(query.version);
  if (!found) throw new ProblemError('not-found', 'No such working time was published.');
  return { body: found, version: found.version };
}

/** Publishes the working time as the next version. Dates promised before stay as they are. */
export async function publishWorkCalendar(
  deps: WorkCalendarDeps,
  { body, now }: Call<Operations['publishWorkCalendar']>,
): Promise<Reply<Operations['publishWorkCalendar']>> {
  // Refuses office hours and calendars no date can be computed with, for the province and for each unit, before anything is kept.
  for (const unit of ['', ...body.units.map(entry => entry.unit)]) {
    legalClockOf(body, unit).dueOf({ start: now, limit: { amount: 1, unit: 'workingHour' } });
  }
  const current = await deps.workCalendars.current();
  if (current && digestOf(current.workCalendar) === digestOf(body))
    return { body: current, version: current.version };
  const next = { version: (current?.version ?? 0) + 1, recordedAt: toRfc3339(now), workCalendar: body };
  if ((await deps.workCalendars.add(next)) === 'conflict') {
    throw new ProblemError(
      'version-conflict',
      'The working time was changed by somebody else meanwhile; read it again.',
    );
  }
  return { body: next, version: next.version };
}
