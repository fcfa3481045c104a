import type { StoredExport } from '../../schemas/export.ts';
import { ProblemError } from '../domain/problem.ts';
import { exportScope } from '../platform/exports/export-scope.ts';
import type { OrganisationStore } from '../platform/organisation/organisation-store.ts';

/**
 * Refuses an export whose asker may no longer have it. The token of then is gone; what can be known without it is asked again: the
 * policy for the caller as recorded, and whether an officer's account was closed meanwhile.
 */
export async function demandStill(
  organisation: Pick<OrganisationStore, 'officer'>,
  { wanted, askedBy, scope }: StoredExport,
): Promise<void> {
  if (exportScope(wanted, askedBy) !== scope)
    throw new ProblemError('forbidden', {
      vi: 'Danh sách hiện nay khác với danh sách đã yêu cầu.',
      en: 'The list is another than the one asked for.',
    });
  if (askedBy.kind !== 'officer') return;
  const officer = await organisation.officer(askedBy.id);
  if (officer && !officer.active)
    throw new ProblemError('forbidden', {
      vi: 'Tài khoản cán bộ đã bị khóa.',
      en: 'The officer’s account was closed.',
    });
}
