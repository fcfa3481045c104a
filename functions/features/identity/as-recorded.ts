import type { Principal } from '../../../schemas/identity/principal.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';

/**
 * An officer as their record says, which counts more than their token: undefined where the account is closed, or recorded in another unit
 * or without a role that the token gives. A token may say less than the record. Of an account that nobody recorded nothing is known: the
 * first administrator, who records the others, comes by the word of the identity provider alone.
 */
export function asRecorded(organization: Pick<OrganizationStore, 'officer'>) {
  return async (caller: Principal): Promise<Principal | undefined> => {
    if (caller.kind !== 'officer') return caller;
    const record = await organization.officer(caller.id);
    if (!record) return caller;
    const elsewhere = caller.unit !== null && caller.unit !== record.unit;
    const roleless = caller.roles.some(role => !record.roles.includes(role));
    if (!record.active || elsewhere || roleless) return undefined;
    return record.person === undefined ? caller : { ...caller, person: record.person };
  };
}
