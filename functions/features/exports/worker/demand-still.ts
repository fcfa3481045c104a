import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { StoredExport } from '../../../../schemas/stored/export.ts';
import type { OrganizationStore } from '../../../records/organization/organization-store.ts';
import { exportScope } from '../export-scope.ts';

/**
 * Refuses an export whose requester may no longer have it. The token of the request is gone; what can be checked
 * without it is checked again: the policy for the recorded caller, and whether an officer's account was closed in the
 * meantime.
 */
export async function demandStill(
  organization: Pick<OrganizationStore, 'officer'>,
  { wanted, askedBy, scope }: StoredExport,
): Promise<void> {
  if (exportScope(wanted, askedBy) !== scope)
    throw new ProblemError('forbidden', {
      vi: 'Danh sách hiện nay không còn đúng với danh sách đã yêu cầu.',
      en: 'The list is no longer the one that was requested.',
    });
  if (askedBy.kind !== 'officer') return;
  const officer = await organization.officer(askedBy.id);
  if (officer && !officer.active)
    throw new ProblemError('forbidden', {
      vi: 'Tài khoản cán bộ đã bị khóa.',
      en: 'The officer’s account has been closed.',
    });
}
