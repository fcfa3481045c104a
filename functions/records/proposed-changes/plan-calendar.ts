import type { ContentOf } from '../../../schemas/stored/proposed-change.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import type { Plan } from '../../domain/proposed-changes/propose.ts';
import type { CountOpen } from '../lists/dossier-counts.ts';
import type { WorkCalendarStore } from '../work-calendar/work-calendar-store.ts';
import { changedPlaces } from './changed-places.ts';

export interface CalendarPlanDeps {
  readonly workCalendars: Pick<WorkCalendarStore, 'current'>;
  readonly countOpen: CountOpen;
}

/**
 * What another work calendar means: for every open dossier, whose next dates are counted by
 * it once they are replanned.
 */
export async function planCalendar(
  { workCalendars, countOpen }: CalendarPlanDeps,
  { workCalendar }: ContentOf<'workCalendar'>,
): Promise<Plan> {
  const [current, dossiers] = await Promise.all([workCalendars.current(), countOpen()]);
  return {
    preview: {
      dossiers,
      among: dossiers,
      exact: true,
      differences: changedPlaces(current?.workCalendar ?? {}, workCalendar),
    },
    basis: digestOf({ workCalendar: current?.version ?? 0 }),
  };
}
