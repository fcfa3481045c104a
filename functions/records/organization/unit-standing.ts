import type { Principal } from '../../../schemas/identity/principal.ts';
import { successionOf } from '../../domain/organization/succession.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import type { OrganizationStore } from './organization-store.ts';

/**
 * Completes an officer as their token names them with what the organization says of their unit today: whose work it took over. Who is
 * still signed in for a unit that ended stands for no unit: its work is others’ by now.
 */
export function unitStanding(organization: Pick<OrganizationStore, 'current'>) {
  return async (caller: Principal, now: Instant): Promise<Principal> => {
    if (caller.kind !== 'officer' || caller.unit === null) return caller;
    const current = await organization.current();
    if (!current) return caller;
    const succession = successionOf(current.units, dateOf(now));
    if (succession.heirsOf(caller.unit).length > 0) return { ...caller, unit: null };
    const inherits = [...succession.inheritedBy(caller.unit)];
    return inherits.length > 0 ? { ...caller, inherits } : caller;
  };
}
