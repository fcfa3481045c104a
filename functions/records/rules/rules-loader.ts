import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { WorkCalendar } from '../../../schemas/work-calendar.ts';
import type { PinnedRules } from '../../domain/dossier/context.ts';
import { unitClocks } from '../../domain/dossier/unit-clock.ts';
import { successionOf } from '../../domain/organization/succession.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { CatalogueStore } from '../catalogue/catalogue-store.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import type { WorkCalendarStore } from '../work-calendar/work-calendar-store.ts';

/**
 * Loads the rules a dossier is pinned to. Versions never change, so a loaded one is kept for the life of the
 * instance; successors of ended units are read anew, because a dossier outlives its units.
 */
export interface RulesLoader {
  load(pinned: DossierHead['rules']): Promise<PinnedRules>;
  /** The work calendar of a version, for explanations. */
  workCalendar(version: number): Promise<WorkCalendar>;
}

export function rulesLoader(deps: {
  catalogue: Pick<CatalogueStore, 'procedureVersion' | 'workflowVersion'>;
  workCalendars: Pick<WorkCalendarStore, 'version'>;
  organization: Pick<OrganizationStore, 'current'>;
}): RulesLoader {
  const remembered = new Map<string, Promise<unknown>>();

  /** Remembers what was found; a failure is forgotten, so that the next call retries. */
  function once<T>(name: string, find: () => Promise<T | undefined>): Promise<T> {
    const known = remembered.get(name);
    // Each name is only ever used for one kind of thing.
    if (known) return known as Promise<T>;
    const finding = find().then(found => {
      if (found === undefined)
        throw new Error(`${name} is not in the table, though a dossier is pinned to it`);
      return found;
    });
    remembered.set(name, finding);
    finding.catch(() => remembered.delete(name));
    return finding;
  }

  const calendarOf = (version: number) =>
    once(`work calendar ${version}`, () => deps.workCalendars.version(version)).then(
      found => found.workCalendar,
    );
  const clocksOf = (version: number) =>
    once(`clocks ${version}`, async () => unitClocks(await calendarOf(version)));

  return {
    workCalendar: calendarOf,
    async load({ procedure, procedureVersion, workflowVersion, workCalendarVersion }) {
      const [organization, published, flow, clockOf] = await Promise.all([
        deps.organization.current(),
        once(`procedure ${procedure} v${procedureVersion}`, () =>
          deps.catalogue.procedureVersion(procedure, procedureVersion),
        ),
        once(`workflow ${procedure} v${workflowVersion}`, () =>
          deps.catalogue.workflowVersion(procedure, workflowVersion),
        ),
        clocksOf(workCalendarVersion),
      ]);
      return {
        procedure: published.procedure,
        workflow: flow.workflow,
        clockOf,
        successorOf: (unit, at) => successionOf(organization?.units ?? [], dateOf(at)).successorOf(unit),
      };
    },
  };
}
