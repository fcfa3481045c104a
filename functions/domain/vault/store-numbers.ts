import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { ApplicantRecord } from '../../../schemas/stored/applicant-record.ts';
import { representativeOf } from '../applicants/known-by.ts';

/** The number by which the national store knows the caller; undefined for who has none, such as foreigners. */
export function numberOfCaller(caller: Principal): string | undefined {
  if (caller.kind === 'citizen') return caller.identityNumber;
  return caller.kind === 'organisation' ? caller.number : undefined;
}

/** The number by which the national store knows an applicant; undefined for who has none. */
export function numberOfApplicant(applicant: Applicant): string | undefined {
  if ('identityNumber' in applicant) return applicant.identityNumber;
  if ('taxCode' in applicant) return applicant.taxCode;
  return 'agencyCode' in applicant ? applicant.agencyCode : undefined;
}

/** For whom the store is asked about a dossier, and at whose request: who handed it in, or the applicant. */
export function peopleAskedAbout({
  applicant,
  handedInBy,
}: Pick<ApplicantRecord, 'applicant' | 'handedInBy'>):
  | { readonly owner: string; readonly requester: { readonly name: string; readonly number: string } }
  | undefined {
  const owner = numberOfApplicant(applicant);
  if (owner === undefined) return undefined;
  const person = handedInBy ?? representativeOf(applicant);
  const number = person?.identityNumber;
  return {
    owner,
    requester:
      person && number !== undefined
        ? { name: person.name, number }
        : { name: applicant.name, number: owner },
  };
}
