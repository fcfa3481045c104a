import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { ApplicantKind } from '../../../schemas/dossier/applicant.ts';
import { wordsOf } from '../search/fold.ts';
import type { Instant } from '../vietnam-time.ts';
import { type ApplicantLaw, applicantLawOn } from './applicant-law.ts';

/**
 * The kinds of applicants a procedure is open to, by its published terms; undefined if it is open to all: no terms,
 * or an unknown one, so that nobody is refused because of a text this program does not understand.
 */
function kindsOf(terms: readonly string[], { published }: ApplicantLaw): ReadonlySet<string> | undefined {
  const known = new Map(Object.entries(published).map(([term, kinds]) => [plain(term), kinds]));
  const kinds = terms.map(term => known.get(plain(term)));
  if (kinds.length === 0 || kinds.includes(undefined)) return undefined;
  return new Set(kinds.flatMap(each => each ?? []));
}

/** A term, ignoring spacing, case and punctuation. */
const plain = (term: string) => wordsOf(term).join(' ');

/**
 * Refuses an applicant of a kind the procedure is not open to, and names the kinds it is open to (đối tượng thực
 * hiện).
 */
export function demandMayApply(
  kind: ApplicantKind,
  { code, applicants }: Pick<Procedure, 'code' | 'applicants'>,
  now: Instant,
): void {
  const law = applicantLawOn(now);
  const kinds = kindsOf(applicants, law);
  if (!kinds || kinds.has(kind)) return;
  const terms = applicants.join('; ');
  const accepted = [...kinds].join(', ');
  throw new ProblemError(
    'applicant-not-entitled',
    {
      vi: `Thủ tục ${code} dành cho: ${terms}. Chủ hồ sơ được khai là ${law.kinds[kind].vi}.`,
      en: `${code} is open to: ${terms}. The applicant was declared as: ${law.kinds[kind].en}.`,
    },
    {
      faults: [
        {
          pointer: '/applicant/kind',
          message: { vi: `phải là một trong: ${accepted}`, en: `must be one of: ${accepted}` },
        },
      ],
      facts: { applicants: [...applicants] },
    },
  );
}
