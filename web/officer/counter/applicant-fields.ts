import type { Body } from '../../api/client.ts';

export type Submission = Body<'submitDossier'>;
export type Applicant = Submission['applicant'];
export type ApplicantKind = Applicant['kind'];

/** A field of an applicant: the path of its member, which is also where the API says what is wrong with it. */
export interface ApplicantField {
  readonly path: string;
  readonly label: FieldLabel;
  readonly type?: 'date' | 'tel' | 'email';
  readonly required?: true;
}

export type FieldLabel =
  | 'name'
  | 'organizationName'
  | 'identityNumber'
  | 'birthDate'
  | 'taxCode'
  | 'agencyCode'
  | 'paperNumber'
  | 'country'
  | 'registration'
  | 'guardian'
  | 'guardianNumber'
  | 'representative'
  | 'representativeNumber'
  | 'paperName'
  | 'phone'
  | 'email'
  | 'address';

const field = (
  path: string,
  label: FieldLabel,
  more: Omit<ApplicantField, 'path' | 'label'> = {},
): ApplicantField => ({
  path,
  label,
  ...more,
});
const required = { required: true } as const;
const contact: readonly ApplicantField[] = [
  field('phone', 'phone', { type: 'tel' }),
  field('email', 'email', { type: 'email' }),
  field('address', 'address'),
];
const born = field('birthDate', 'birthDate', { type: 'date' });
const name = field('name', 'name', required);
const called = field('name', 'organizationName', required);
const represented = [
  field('representative.name', 'representative'),
  field('representative.identityNumber', 'representativeNumber'),
];
const byTaxCode = [called, field('taxCode', 'taxCode', required), ...represented, ...contact];

/** What is asked of each kind of applicant, the usual first. */
export const applicantFields: Readonly<Record<ApplicantKind, readonly ApplicantField[]>> = {
  person: [field('identityNumber', 'identityNumber', required), name, born, ...contact],
  organisation: byTaxCode,
  household: byTaxCode,
  cooperative: byTaxCode,
  agency: [called, field('agencyCode', 'agencyCode', required), ...represented, ...contact],
  foreigner: [
    name,
    field('paper.number', 'paperNumber', required),
    field('paper.country', 'country', required),
    born,
    ...contact,
  ],
  personWithoutNumber: [
    name,
    { ...born, ...required },
    field('guardian.name', 'guardian'),
    field('guardian.identityNumber', 'guardianNumber'),
    field('paper.name', 'paperName'),
    ...contact,
  ],
  foreignOrganisation: [
    called,
    field('registration.number', 'registration', required),
    field('registration.country', 'country', required),
    ...represented,
    ...contact,
  ],
  organisationWithoutNumber: [called, ...represented, ...contact],
};

/** What was entered, by the path of the field. */
export type EnteredApplicant = Readonly<Record<string, string>>;

/** The applicant as it is sent; what was left empty is left out, and what is wrong the API says. */
export function applicantOf(kind: ApplicantKind, entered: EnteredApplicant): Applicant {
  const applicant: Record<string, unknown> = { kind };
  for (const { path } of applicantFields[kind]) {
    const value = entered[path]?.trim() ?? '';
    if (value === '') continue;
    const [outer = '', inner] = path.split('.');
    if (inner === undefined) applicant[outer] = value;
    else applicant[outer] = { ...(applicant[outer] as object | undefined), [inner]: value };
  }
  if (kind === 'foreigner' && applicant['paper'])
    applicant['paper'] = { kind: entered['paper.kind'] || 'passport', ...(applicant['paper'] as object) };
  return applicant as unknown as Applicant;
}
