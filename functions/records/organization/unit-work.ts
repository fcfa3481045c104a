import { readTallyName } from '../../domain/lists/open-tasks.ts';
import type { CountNaming } from '../catalogue/units-named.ts';
import type { CountDossiers } from '../lists/dossier-counts.ts';
import type { WorkList } from '../lists/work-list.ts';
import type { OrganizationStore } from './organization-store.ts';

/** The work left in a unit, and what names it: everything a successor has to take over when it ends. */
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

/** The work left in each of some units. */
export type WorkOf = (units: readonly string[]) => Promise<UnitWork[]>;

/** Officers read at once. */
const PAGE = 500;

/** Units counted at once: a merger of all communes ends hundreds. */
const TOGETHER = 20;

export function unitWork(deps: {
  readonly countDossiers: CountDossiers;
  readonly countNaming: CountNaming;
  readonly workList: Pick<WorkList, 'tally'>;
  readonly organization: Pick<OrganizationStore, 'officers'>;
}): WorkOf {
  return async units => {
    if (units.length === 0) return [];
    const [naming, officers] = await Promise.all([deps.countNaming(units), countOfficers(deps.organization)]);
    const found: UnitWork[] = [];
    for (let start = 0; start < units.length; start += TOGETHER) {
      const counted = units.slice(start, start + TOGETHER).map(async (unit): Promise<UnitWork> => {
        const [dossiers, tally] = await Promise.all([deps.countDossiers(unit), deps.workList.tally(unit)]);
        return {
          unit,
          openDossiers: dossiers.open,
          closedDossiers: dossiers.closed,
          openTasks: openTasksIn(tally),
          officers: officers.get(unit) ?? 0,
          procedures: naming.get(unit)?.procedures ?? 0,
          workflows: naming.get(unit)?.workflows ?? 0,
        };
      });
      found.push(...(await Promise.all(counted)));
    }
    return found;
  };
}

function openTasksIn(tally: ReadonlyMap<string, number>): number {
  return [...tally].reduce((sum, [name, count]) => {
    const counted = readTallyName(name);
    return counted && !('officer' in counted) ? sum + count : sum;
  }, 0);
}

/** Active accounts by unit. */
async function countOfficers(
  organization: Pick<OrganizationStore, 'officers'>,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (let after: string | undefined; ; ) {
    const page = await organization.officers(after, PAGE);
    for (const { unit } of page.filter(({ active }) => active)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    if (page.length < PAGE) return counts;
    after = page.at(-1)?.id;
  }
}
