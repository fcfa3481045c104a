import type { OfficerRole } from '../api/generated.ts';

/** Roles that see the work of others and have none of their own. */
export const watches = (roles: readonly OfficerRole[]): boolean =>
  roles.every(role => role === 'overseer' || role === 'auditor');
