import type { Action } from '../../../schemas/identity/actions.ts';
import type { OfficerPrincipal, Principal } from '../../../schemas/identity/principal.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import { unitRelation } from '../../domain/rights/relations.ts';
import type { OrganizationStore } from './organization-store.ts';

/** The officer who does something for a unit, and all units there are; refused as the policy says. */
export async function demandUnit(
  organization: Pick<OrganizationStore, 'current'>,
  caller: Principal,
  unit: string,
  action: Action,
): Promise<{ readonly officer: OfficerPrincipal; readonly units: readonly Unit[] }> {
  demand(caller, action, caller.kind === 'officer' ? unitRelation(caller, unit) : new Set());
  if (caller.kind !== 'officer') throw nothingHere();
  const units = (await organization.current())?.units ?? [];
  if (!units.some(({ code }) => code === unit)) throw nothingHere();
  return { officer: caller, units };
}
