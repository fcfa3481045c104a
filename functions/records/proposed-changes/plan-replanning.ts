import type { ContentOf } from '../../../schemas/stored/proposed-change.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import type { Plan } from '../../domain/proposed-changes/propose.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { WorkList } from '../lists/work-list.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import { openDossiers } from '../replanning/open-dossiers.ts';
import { type ReplanDeps, replanDossier } from '../replanning/replan-dossier.ts';
import { replanTarget } from '../replanning/replan-target.ts';
import type { WorkCalendarStore } from '../work-calendar/work-calendar-store.ts';
import { countTouched } from './plan-each.ts';

export interface ReplanningPlanDeps extends ReplanDeps {
  readonly workCalendars: Pick<WorkCalendarStore, 'current' | 'version'>;
  readonly organization: Pick<OrganizationStore, 'current'>;
  readonly workList: Pick<WorkList, 'page'>;
  /** Whether there is time to look at more dossiers. */
  readonly inTime: () => boolean;
}

/** The units whose dossiers are gone through: one, or all of the province. */
export function unitsReplanned(
  organization: Awaited<ReturnType<OrganizationStore['current']>>,
  unit: string | null,
): string[] {
  return unit === null ? (organization?.units ?? []).map(({ code }) => code) : [unit];
}

/** What recalculating dates means: an event in each dossier that an outage or another calendar concerns. */
export async function planReplanning(
  deps: ReplanningPlanDeps,
  { unit, cause }: ContentOf<'replanning'>,
  now: Instant,
): Promise<Plan> {
  const [target, calendar, organization] = await Promise.all([
    replanTarget(deps.workCalendars, cause),
    deps.workCalendars.current(),
    deps.organization.current(),
  ]);
  const by = { actor: { kind: 'system', mechanism: 'preview' }, now, apply: false } as const;
  const units = unitsReplanned(organization, unit);
  const preview = await countTouched(
    place => openDossiers(deps, units, place),
    async code => (await replanDossier(deps, code, target, by)).outcome !== 'unchanged',
    deps.inTime,
  );
  const basis = digestOf({
    workCalendar: calendar?.version ?? 0,
    units: organization?.version ?? 0,
  });
  return { preview, basis };
}
