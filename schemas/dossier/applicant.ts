import * as z from 'zod';
import { identityNumber } from '../codes/identity-number.ts';
import { personName } from '../codes/person-name.ts';
import { phoneNumber } from '../codes/phone-number.ts';
import { taxCode } from '../codes/tax-code.ts';
import { oneLine } from '../text.ts';

const contact = {
  phone: phoneNumber.optional(),
  email: z.email().max(200).optional(),
  address: z.string().min(3).max(500).optional(),
};

/** The owner of a dossier (chủ hồ sơ) when a person. */
export const personApplicant = z.strictObject({
  kind: z.literal('person'),
  name: personName,
  identityNumber,
  birthDate: z.iso.date().optional(),
  ...contact,
});

/** The owner of a dossier when an organisation or a firm: known by tax code, represented by a person. */
export const organisationApplicant = z.strictObject({
  kind: z.literal('organisation'),
  name: oneLine(2, 300),
  taxCode,
  representative: z.strictObject({ name: personName, identityNumber }).optional(),
  ...contact,
});

export const applicant = z
  .discriminatedUnion('kind', [personApplicant, organisationApplicant])
  .meta({ id: 'Applicant', description: 'Owner of the dossier (chủ hồ sơ)' });
export type Applicant = z.infer<typeof applicant>;

/** Whose consent lets another act for the owner, and why (nộp hộ, ủy quyền). */
export const onBehalf = z
  .strictObject({
    reason: oneLine(3, 500),
    consent: z.enum(['spoken', 'written', 'authorised', 'legalRepresentative']),
  })
  .meta({ id: 'OnBehalf', description: 'Acting for the owner: reason and kind of consent' });
