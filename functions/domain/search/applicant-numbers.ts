import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { NamedPerson } from '../../../schemas/dossier/identity-paper.ts';
import { representativeOf } from '../applicants/known-by.ts';

/** A number by which an applicant can be searched for, and its kind. */
export interface ApplicantNumber {
  readonly what: 'identityNumber' | 'taxCode' | 'paper';
  readonly number: string;
}

/** Every number of an applicant and of their legal representative. */
export function numbersOf(applicant: Applicant): ApplicantNumber[] {
  const representative = representativeOf(applicant);
  return [...ownNumbers(applicant), ...(representative ? personNumbers(representative) : [])].map(number => ({
    what: kindOf(number),
    number,
  }));
}

/** By its form, because the search box gives nothing else: a household’s tax code may be a personal number. */
function kindOf(number: string): ApplicantNumber['what'] {
  if (/^\d{12}$/.test(number)) return 'identityNumber';
  return /^\d{10}(-?\d{3})?$/.test(number) ? 'taxCode' : 'paper';
}

function ownNumbers(applicant: Applicant): string[] {
  switch (applicant.kind) {
    case 'person':
      return [applicant.identityNumber];
    case 'organisation':
    case 'cooperative':
    case 'household':
      return [applicant.taxCode];
    case 'agency':
      return [applicant.agencyCode];
    case 'foreigner':
      return [applicant.paper.number];
    case 'foreignOrganisation':
      return [applicant.registration.number];
    case 'personWithoutNumber':
      return applicant.paper?.number === undefined ? [] : [applicant.paper.number];
    case 'organisationWithoutNumber':
      return [];
  }
}

function personNumbers({ identityNumber, paper }: NamedPerson): string[] {
  return [identityNumber, paper?.number].filter(number => number !== undefined);
}
