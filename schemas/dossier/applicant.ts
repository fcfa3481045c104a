import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { countryCode } from '../codes/country-code.ts';
import { identityNumber } from '../codes/identity-number.ts';
import { personName } from '../codes/person-name.ts';
import { phoneNumber } from '../codes/phone-number.ts';
import { taxCode } from '../codes/tax-code.ts';
import { oneLine } from '../text.ts';
import { foreignPaper, namedPerson, otherPaper, paperNumber } from './identity-paper.ts';

const contact = {
  phone: phoneNumber.optional(),
  email: z.email().max(200).optional(),
  address: oneLine(0, 500).optional(),
};
const birthDate = z.iso.date();
const organizationName = oneLine(2, 300);
const represented = { representative: namedPerson.optional(), ...contact };

/** The owner of a dossier (chủ hồ sơ) when a citizen of Viet Nam. */
export const personApplicant = z.strictObject({
  kind: z.literal('person'),
  name: personName,
  identityNumber,
  birthDate: birthDate.optional(),
  ...contact,
});

/** A person with the nationality of another country. */
const foreignerApplicant = z.strictObject({
  kind: z.literal('foreigner'),
  name: personName,
  paper: foreignPaper,
  birthDate: birthDate.optional(),
  ...contact,
});

/** A person without a number: a newborn, a stateless person. Identified by name, birth date, and guardian or paper. */
const unnumberedApplicant = z.strictObject({
  kind: z.literal('personWithoutNumber'),
  name: personName,
  birthDate,
  /** Who acts for a child by law (cha, mẹ, người giám hộ). */
  guardian: namedPerson.optional(),
  paper: otherPaper.optional(),
  ...contact,
});

/** An organization or company: identified by tax code, represented by a person. */
export const organizationApplicant = z.strictObject({
  kind: z.literal('organisation'),
  name: organizationName,
  taxCode,
  ...represented,
});

const cooperativeApplicant = z.strictObject({
  kind: z.literal('cooperative'),
  name: organizationName,
  taxCode,
  ...represented,
});

/** A household business (hộ kinh doanh), represented by its head. */
const householdApplicant = z.strictObject({
  kind: z.literal('household'),
  name: organizationName,
  taxCode,
  ...represented,
});

/** A state agency or part of one, a Party organization or a union: identified by its agency code. */
const agencyApplicant = z.strictObject({
  kind: z.literal('agency'),
  name: organizationName,
  agencyCode,
  ...represented,
});

/** An organization of another country without a Vietnamese tax code: identified by its registration there. */
const foreignOrganisationApplicant = z.strictObject({
  kind: z.literal('foreignOrganisation'),
  name: organizationName,
  registration: z.strictObject({ number: paperNumber, country: countryCode }),
  ...represented,
});

/**
 * An organization without any number: not yet founded, a religious body, a club. Identified by name and
 * representative.
 */
const unnumberedOrganizationApplicant = z.strictObject({
  kind: z.literal('organisationWithoutNumber'),
  name: organizationName,
  ...contact,
  representative: namedPerson,
});

/**
 * Anyone who may own a dossier. Stored ones are read with this schema for ever, so rules for new ones only (a
 * non-blank address, a past birth date) are checked at submission.
 */
export const applicant = z
  .discriminatedUnion('kind', [
    personApplicant,
    organizationApplicant,
    foreignerApplicant,
    unnumberedApplicant,
    householdApplicant,
    cooperativeApplicant,
    agencyApplicant,
    foreignOrganisationApplicant,
    unnumberedOrganizationApplicant,
  ])
  .meta({ id: 'Applicant', description: 'Owner of the dossier (chủ hồ sơ)' });
export type Applicant = z.infer<typeof applicant>;
export type ApplicantKind = Applicant['kind'];

/** Why another acts for the owner (nộp hộ, ủy quyền), and whose consent lets them. */
const consented = {
  reason: oneLine(3, 500),
  consent: z.enum(['spoken', 'written', 'authorised', 'legalRepresentative']),
};

/**
 * The same as submitted. `by` is the submitter: always named by a counter or portal; a citizen’s own token names
 * them.
 */
export const onBehalf = z.strictObject({ ...consented, by: namedPerson.optional() }).meta({
  id: 'OnBehalf',
  description: 'Acting for the owner: the submitter, the reason and the kind of consent',
});

/** The same as in the ledger: the submitter by keyed digest, never by name. */
export const onBehalfKept = z.strictObject({ ...consented, by: z.string().max(80).optional() });
