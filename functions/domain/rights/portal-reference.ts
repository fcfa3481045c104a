import { isAccount } from '../../../schemas/identity/account.ts';

/** Whether a kind of caller may see a portal's own reference: it is between portals and offices. */
export const seesPortalReference = (kind: string): boolean => !isAccount(kind);
