import * as z from 'zod';
import { applicant } from '../dossier/applicant.ts';
import { formData } from '../dossier/form-data.ts';
import { namedPerson } from '../dossier/identity-paper.ts';
import { instantText } from '../instant.ts';

/** The details of the applicant before a correction (đính chính), and which fields were wrong. */
const earlierApplicant = z.strictObject({
  until: instantText,
  /** Number of the ledger event that corrected them. */
  event: z.int().min(2),
  changed: z.array(z.string().max(200)),
  applicant,
  returnAddress: z.string().max(500).optional(),
});

/** The people of a dossier: all its personal data is here, none in its ledger. */
export const applicantRecord = z.object({
  applicant,
  /** The submitter for the applicant (người nộp hộ). */
  handedInBy: namedPerson.optional(),
  /** Where to post the result, if not to the applicant's address. */
  returnAddress: z.string().max(500).optional(),
  /** The completed electronic form. */
  formData: formData.optional(),
  /** The folding of names used for the dossier's list and search entries; absent for the first. */
  folding: z.int().optional(),
  /** Oldest first. */
  earlier: z.array(earlierApplicant).default([]),
});
export type ApplicantRecord = z.infer<typeof applicantRecord>;
