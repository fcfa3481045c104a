import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';

/** The people a dossier is about or came from, by keyed digest. */
type Concerned = Pick<DossierHead, 'owner' | 'submittedBy'> & {
  readonly representative?: string | null | undefined;
  /** Who hands in for the applicant at a counter. */
  readonly by?: string | undefined;
};

/** Whether an officer is the applicant of a dossier, acts for the applicant by law, or handed it in: by the digest on their record. */
export function isOwnDossier(of: Concerned, caller: Principal): boolean {
  if (caller.kind !== 'officer' || caller.person === undefined) return false;
  const { person } = caller;
  return [of.owner, of.representative, of.by].includes(person) || of.submittedBy === `citizen:${person}`;
}

/** Refuses an officer a dossier of their own, whatever their role: as its applicant they have their own account. */
export function demandNotOwn(of: Concerned, caller: Principal): void {
  if (!isOwnDossier(of, caller)) return;
  throw new ProblemError('own-dossier', {
    vi: 'Đây là hồ sơ của chính ông/bà: hãy để cán bộ, công chức khác xử lý; ông/bà xem hồ sơ bằng tài khoản định danh của mình.',
    en: 'This dossier is your own: leave it to another officer, and see it with your own identity account.',
  });
}
