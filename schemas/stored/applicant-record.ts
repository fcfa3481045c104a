import * as z from 'zod';
import { applicant } from '../dossier/applicant.ts';
import { formData } from '../dossier/form-data.ts';
import { namedPerson } from '../dossier/identity-paper.ts';
import { instantText } from '../instant.ts';

/** What was known of the applicant until it was corrected (đính chính), and which fields were wrong. */
const earlierApplicant = z.strictObject({
  until: instantText,
  /** Number of the ledger event that corrected it. */
  event: z.int().min(2),
  changed: z.array(z.string().max(200)),
  applicant,
  returnAddress: z.string().max(500).optional(),
});

/** The people of a dossier: all its personal data is here, none in its ledger. */
export const applicantRecord = z.object({
  applicant,
  /** Who handed in for the applicant (người nộp hộ). */
  handedInBy: namedPerson.optional(),
  /** Where the result is posted to, when not to the applicant's address. */
  returnAddress: z.string().max(500).optional(),
  /** What was filled in on the electronic form. */
  formData: formData.optional(),
  /** By which folding of names the dossier's entries of lists and searches were written; none for the first. */
  folding: z.int().optional(),
  /** Oldest first. */
  earlier: z.array(earlierApplicant).default([]),
});
export type ApplicantRecord = z.infer<typeof applicantRecord>;
