import law from '../../../law/applicants.json' with { type: 'json' };
import type { ApplicantKind } from '../../../schemas/dossier/applicant.ts';
import type { ForeignPaper } from '../../../schemas/dossier/identity-paper.ts';
import type { Words } from '../../../schemas/words.ts';
import { lawInForce } from '../law-in-force.ts';
import { dateOf, type Instant } from '../vietnam-time.ts';

/** The form of a paper's number, and how to describe it. */
interface PaperForm extends Words {
  readonly form: string;
  readonly says: Words;
}

/** Who may own a dossier, as the law knows them. */
export interface ApplicantLaw {
  readonly papers: Readonly<Record<ForeignPaper['kind'], PaperForm>>;
  readonly kinds: Readonly<Record<ApplicantKind, Words>>;
  /** The kinds meant by a term of the national database (đối tượng thực hiện). */
  readonly published: Readonly<Record<string, readonly string[]>>;
}

/** The version in force at an instant. */
export function applicantLawOn(at: Instant): ApplicantLaw {
  return lawInForce(law.versions, dateOf(at), 'applicants.json');
}
