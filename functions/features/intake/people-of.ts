import type { Submission } from '../../../schemas/api/dossier.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import { isAccount } from '../../../schemas/identity/account.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { accountKnownBy } from '../../domain/applicants/account-known-by.ts';
import { applicantKnownBy, personKnownBy, representativeOf } from '../../domain/applicants/known-by.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';

/** The people of a submission, by keyed digest: as the ledger keeps them. */
export interface PeopleKeys {
  readonly owner: string;
  /** The legal representative or guardian of the owner. */
  readonly representative: string | undefined;
  /** The submitter, if neither the owner nor the caller: at a counter or through a portal. */
  readonly by: string | undefined;
}

/** The owner of an applicant's dossiers and their legal representatives, by keyed digest. */
export function ownersOf(
  applicant: Applicant,
  keyring: Pick<Keyring, 'personKey'>,
): Pick<PeopleKeys, 'owner' | 'representative'> {
  const named = representativeOf(applicant);
  return {
    owner: keyring.personKey(applicantKnownBy(applicant)),
    representative: named && keyring.personKey(personKnownBy(named)),
  };
}

/**
 * Whose dossier it is. Anyone who submits for somebody else, or for an organization they do not represent, must say
 * so (nộp hộ, ủy quyền): actor and owner differ, with reason and consent, and the submitter is named unless their own
 * token names them.
 */
export function peopleOf(
  { applicant, onBehalf }: Pick<Submission, 'applicant' | 'onBehalf'>,
  caller: Principal,
  keyring: Pick<Keyring, 'personKey'>,
): PeopleKeys {
  const owner = applicantKnownBy(applicant);
  const named = representativeOf(applicant);
  const representative = named && personKnownBy(named);
  const by = onBehalf?.by && personKnownBy(onBehalf.by);
  const own = accountKnownBy(caller);
  if (own !== undefined && !onBehalf && own !== owner && own !== representative) {
    throw refusal('/onBehalf', {
      vi: 'Chủ hồ sơ không phải là người đang nộp: cần nêu lý do và sự đồng ý trong onBehalf.',
      en: 'You are not the applicant: give the reason and the consent in onBehalf.',
    });
  }
  if (onBehalf && by === undefined && !isAccount(caller.kind)) {
    throw refusal('/onBehalf/by', {
      vi: 'Nộp thay thì cần họ tên và số giấy tờ của người nộp trong onBehalf.by.',
      en: 'When submitting for someone else, give the submitter’s name and identity number in onBehalf.by.',
    });
  }
  if (caller.kind !== 'organisation' && own !== undefined && by !== undefined && by !== own) {
    throw refusal('/onBehalf/by', {
      vi: 'Người nộp trong onBehalf.by không phải là người đã đăng nhập.',
      en: 'The submitter in onBehalf.by is not the person signed in.',
    });
  }
  return { ...ownersOf(applicant, keyring), by: by === undefined ? undefined : keyring.personKey(by) };
}

function refusal(pointer: string, words: { vi: string; en: string }): ProblemError {
  return new ProblemError('request-invalid', words, { faults: [{ pointer, message: words }] });
}
