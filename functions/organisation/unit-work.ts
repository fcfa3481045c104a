import { readTallyName } from '../domain/lists/open-tasks.ts';
import type { CountNaming } from '../platform/catalogue/units-named.ts';
import type { CountDossiers } from '../platform/lists/dossier-counts.ts';
import type { WorkList } from '../platform/lists/work-list.ts';
import type { OrganisationStore } from '../platform/organisation/organisation-store.ts';

/** What is left to do in a unit, and what names it: all that somebody has to go on with when it ends. */
export interface UnitWork {
  readonly unit: string;
  readonly openDossiers: number;
  readonly closedDossiers: number;
  readonly openTasks: number;
  /** Active accounts. */
  readonly officers: number;
  readonly procedures: number;
  readonly workflows: number;
}

/** Officers read at once. */
const PAGE = 500;

export function unitWork(deps: {
  readonly countDossiers: CountDossiers;
  readonly countNaming: CountNaming;
  readonly workList: Pick<WorkList, 'tally'>;
  readonly organisation: Pick<OrganisationStore, 'officers'>;
}): (unit: string) => Promise<UnitWork> {
  return async unit => {
    const [dossiers, naming, tally, officers] = await Promise.all([
      deps.countDossiers(unit),
      deps.countNaming(unit),
      deps.workList.tally(unit),
      countOfficers(deps.organisation, unit),
    ]);
    const openTasks = [...tally].reduce((sum, [name, count]) => {
      const counted = readTallyName(name);
      return counted && !('officer' in counted) ? sum + count : sum;
    }, 0);
    return {
      unit,
      openDossiers: dossiers.open,
      closedDossiers: dossiers.closed,
      openTasks,
      officers,
      ...naming,
    };
  };
}

async function countOfficers(
  organisation: Pick<OrganisationStore, 'officers'>,
  unit: string,
): Promise<number> {
  let count = 0;
  for (let after: string | undefined; ; ) {
    const page = await organisation.officers(after, PAGE);
    count += page.filter(officer => officer.active && officer.unit === unit).length;
    if (page.length < PAGE) return count;
    after = page.at(-1)?.id;
  }
}
