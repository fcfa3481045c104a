import type { Principal } from '../../../schemas/identity/principal.ts';
import { successionOf } from '../../domain/organization/succession.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import type { OrganizationStore } from './organization-store.ts';

/**
 * Completes an officer named by their token with today's facts about their unit: whose work it took over. An officer
 * still signed in for an ended unit acts for no unit, because its work has passed to others.
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
