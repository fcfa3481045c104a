import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { ForeignPaper, NamedPerson } from '../../../schemas/dossier/identity-paper.ts';

/** A foreign paper as one text. Distinct from every number: it begins with letters and holds blanks. */
export const paperText = ({ kind, country, number }: ForeignPaper) => `${kind} ${country} ${number}`;

/** A name whatever its capitals and spaces. */
const sameName = (name: string) => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** What a person beside the owner is known by. */
export function personKnownBy(person: NamedPerson): string {
  return person.paper ? paperText(person.paper) : (person.identityNumber ?? '');
}

/**
 * What an applicant is known by: the text whose keyed digest owns the dossier. A number by itself, as it has always
 * been; otherwise what stands for one. Never changed for a kind there is: stored dossiers are found by it.
 */
export function applicantKnownBy(applicant: Applicant): string {
  switch (applicant.kind) {
    case 'person':
      return applicant.identityNumber;
    case 'organisation':
    case 'cooperative':
    case 'household':
      return applicant.taxCode;
    case 'agency':
      return applicant.agencyCode;
    case 'foreigner':
      return paperText(applicant.paper);
    case 'foreignOrganisation':
      return `registration ${applicant.registration.country} ${applicant.registration.number}`;
    case 'personWithoutNumber': {
      const { name, birthDate, guardian, paper } = applicant;
      const by = guardian ? personKnownBy(guardian) : `${paper?.name ?? ''} ${paper?.number ?? ''}`;
      return `without number ${birthDate} ${sameName(name)} of ${by}`;
    }
    case 'organisationWithoutNumber':
      return `without number ${sameName(applicant.name)} of ${personKnownBy(applicant.representative)}`;
  }
}

/** Who acts for an applicant by law: the named representative of an organization, the guardian of a child. */
export function representativeOf(applicant: Applicant): NamedPerson | undefined {
  if (applicant.kind === 'personWithoutNumber') return applicant.guardian;
  return 'representative' in applicant ? applicant.representative : undefined;
}
