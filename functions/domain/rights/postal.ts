import { postalStaff } from '../../../law/rights/postal-staff.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { type OfficerRole, workingRoles } from '../../../schemas/identity/roles.ts';

type Officer = { readonly roles: readonly OfficerRole[] };

const IN_OFFICE: readonly OfficerRole[] = [...workingRoles, 'overseer', 'auditor'];

/** Whether an officer works for the post and has no office in the unit beside it. */
export function isPostalOnly({ roles }: Officer): boolean {
  return roles.includes('postal') && !roles.some(role => IN_OFFICE.includes(role));
}

/** Whether an officer may take a decision at a task of reception as staff of the post. */
export function actsForPost(
  { roles }: Officer,
  task: Pick<PlannedTask, 'phase' | 'role'>,
  decision: string,
): boolean {
  const forPost = task.role === 'reception' && (postalStaff[task.phase]?.includes(decision) ?? false);
  return forPost && roles.includes('postal');
}
