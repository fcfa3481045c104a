import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { ContentOf } from '../../../schemas/stored/proposed-change.ts';
import type { WorkCalendarStore } from '../work-calendar/work-calendar-store.ts';
import type { ReplanTarget } from './replan-dossier.ts';

/** What a cause says about dates; a version of the work calendar that nobody published is refused. */
export async function replanTarget(
  workCalendars: Pick<WorkCalendarStore, 'version'>,
  cause: ContentOf<'replanning'>['cause'],
): Promise<ReplanTarget> {
  if (cause.kind === 'outage') return { workCalendar: undefined, version: null, outage: cause };
  const found = await workCalendars.version(cause.version);
  if (!found)
    throw new ProblemError('not-found', {
      vi: `Không có lịch làm việc phiên bản ${cause.version}.`,
      en: `There is no version ${cause.version} of the work calendar.`,
    });
  return { workCalendar: found.workCalendar, version: found.version, outage: null };
}
