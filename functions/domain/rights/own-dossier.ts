import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { KnownCaller } from '../../../schemas/identity/known-caller.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { isSamePerson, type Person } from './same-person.ts';

/** The people a dossier is about or came from, by keyed digest. */
export type Concerned = Pick<DossierHead, 'owner' | 'submittedBy'> & {
  readonly representative?: string | null | undefined;
  /** Who hands in for the applicant at a counter. */
  readonly by?: string | undefined;
  /** Officers who have an interest in it. */
  readonly interests?: readonly Interest[];
};

type Interest = Pick<DossierHead['interests'][number], 'officer' | 'person'>;
type Caller = Principal | KnownCaller;

/**
 * Whether an officer is the applicant of a dossier, acts for the applicant by law, or handed it in: by the digest on
 * their record.
 */
export function isOwnDossier(of: Concerned, caller: Caller): boolean {
  if (caller.kind !== 'officer' || caller.person === undefined) return false;
  const { person } = caller;
  return [of.owner, of.representative, of.by].includes(person) || of.submittedBy === `citizen:${person}`;
}

/**
 * Whether an officer is to have nothing to do with a dossier, because it is their own or
 * because they declared an interest.
 */
export function isConcerned(of: Concerned, caller: Caller): boolean {
  return isOwnDossier(of, caller) || hasInterest(of, caller);
}

/**
 * The declared interest of an officer (xung đột lợi ích: Luật Phòng, chống tham nhũng 2018 Đ3 k8,
 * Đ23), under whatever account.
 */
export function interestOf<I extends Interest>(
  { interests = [] }: { readonly interests?: readonly I[] },
  who: Person,
): I | undefined {
  return interests.find(({ officer, person }) => isSamePerson({ id: officer, person }, who));
}

function hasInterest(of: Pick<Concerned, 'interests'>, caller: Caller): boolean {
  return caller.kind === 'officer' && interestOf(of, caller) !== undefined;
}

/**
 * Refuses an officer a dossier of their own, whatever their role: as its applicant they have their own account. One
 * in which they have an interest is refused to them likewise.
 */
export function demandNotOwn(of: Concerned, caller: Principal): void {
  if (isOwnDossier(of, caller)) {
    throw new ProblemError('own-dossier', {
      vi: 'Đây là hồ sơ của chính ông/bà: hãy để cán bộ, công chức khác xử lý; ông/bà xem hồ sơ bằng tài khoản định danh của mình.',
      en: 'This dossier is your own: leave it to another officer, and see it with your own identity account.',
    });
  }
  if (!hasInterest(of, caller)) return;
  throw new ProblemError('interest-declared', {
    vi: 'Hệ thống đã ghi nhận ông/bà có xung đột lợi ích đối với hồ sơ này. Hãy chuyển hồ sơ cho cán bộ, công chức khác.',
    en: 'It is on record that you have an interest in this dossier: leave it to another officer.',
  });
}
