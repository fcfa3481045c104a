import { isAccount } from '../../../schemas/identity/account.ts';

/** Whether a caller of a kind is told what the portal calls its submission: that is between portals and offices. */
export const seesPortalReference = (kind: string): boolean => !isAccount(kind);
