import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { ForeignPaper, NamedPerson } from '../../../schemas/dossier/identity-paper.ts';

/** A foreign paper as one text. Distinct from every number: it begins with letters and contains blanks. */
export const paperText = ({ kind, country, number }: ForeignPaper) => `${kind} ${country} ${number}`;

/** A name, ignoring case and spacing. */
const sameName = (name: string) => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The text that identifies a person other than the owner. */
export function personKnownBy(person: NamedPerson): string {
  return person.paper ? paperText(person.paper) : (person.identityNumber ?? '');
}

/**
 * The text that identifies an applicant: its keyed digest owns the dossier. The number alone, if there is one;
 * otherwise what replaces it. Never changed for an existing kind, because stored dossiers are found by it.
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

/** The legal representative of an applicant: the named representative of an organization, the guardian of a child. */
export function representativeOf(applicant: Applicant): NamedPerson | undefined {
  if (applicant.kind === 'personWithoutNumber') return applicant.guardian;
  return 'representative' in applicant ? applicant.representative : undefined;
}
