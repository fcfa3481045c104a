import type { ContentOf } from '../../../schemas/stored/proposed-change.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import { leavingUnits } from '../../domain/organization/leaving-units.ts';
import type { Plan } from '../../domain/proposed-changes/propose.ts';
import { demandSuccessors } from '../organization/demand-successors.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import type { WorkOf } from '../organization/unit-work.ts';
import { changedPlaces } from './changed-places.ts';

export interface UnitsPlanDeps {
  readonly organization: Pick<OrganizationStore, 'current'>;
  readonly workOf: WorkOf;
}

/**
 * What another list of units means: the open dossiers of those that end are handed over. Refused
 * where nobody would take them.
 */
export async function planUnits(deps: UnitsPlanDeps, { units }: ContentOf<'units'>): Promise<Plan> {
  const current = await deps.organization.current();
  const before = current?.units ?? [];
  await demandSuccessors(deps, before, units);
  const work = await deps.workOf(leavingUnits(before, units));
  const dossiers = work.reduce((sum, { openDossiers }) => sum + openDossiers, 0);
  return {
    preview: {
      dossiers,
      among: dossiers,
      exact: true,
      differences: changedPlaces(byCode(before), byCode(units)),
    },
    basis: digestOf({ units: current?.version ?? 0 }),
  };
}

/** One unit more in the middle of a list is one difference, not one in each that follows. */
const byCode = (units: ContentOf<'units'>['units']) =>
  Object.fromEntries(units.map(unit => [unit.code, unit]));
