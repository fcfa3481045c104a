import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import { digestOf } from '../canonical-json.ts';

/**
 * The digest by which the ledger proves who the applicant was, without naming them. Salted with the dossier's code,
 * so that the same person has different digests in different ledgers.
 */
export function applicantDigest(dossier: string, applicant: Applicant): string {
  return digestOf({ dossier, applicant });
}
