import * as z from 'zod';
import { countryCode } from '../codes/country-code.ts';
import { identityNumber } from '../codes/identity-number.ts';
import { personName } from '../codes/person-name.ts';
import { oneLine } from '../text.ts';
import { says } from '../words.ts';

/**
 * A number as printed on papers: blanks are ignored, letters are upper case. Its required form is in
 * `law/applicants.json`.
 */
export const paperNumber = z
  .string()
  .overwrite(text => text.replace(/\s+/g, '').toUpperCase())
  .min(1)
  .max(40);

/**
 * The paper of a person without a Vietnamese personal number: passport (hộ chiếu), residence card (thẻ thường trú,
 * thẻ tạm trú), or the identification system's number of a foreigner (số định danh của người nước ngoài).
 */
export const foreignPaper = z
  .strictObject({
    kind: z.enum(['passport', 'residenceCard', 'foreignerNumber']),
    number: paperNumber,
    /** For a passport, its issuer; otherwise the nationality. */
    country: countryCode,
  })
  .meta({ id: 'ForeignPaper', description: 'Identity paper of a foreigner (giấy tờ của người nước ngoài)' });
export type ForeignPaper = z.infer<typeof foreignPaper>;

/** A paper that identifies a person without a number: a birth notice, a travel document of a stateless person. */
export const otherPaper = z
  .strictObject({
    name: oneLine(2, 200),
    number: paperNumber.optional(),
    issuedBy: oneLine(2, 200).optional(),
  })
  .meta({ id: 'OtherPaper', description: 'Another paper of a person (giấy tờ khác)' });
export type OtherPaper = z.infer<typeof otherPaper>;

/** A person other than the owner, identified by number or paper: a representative, a guardian, a submitter. */
export const namedPerson = z
  .strictObject({
    name: personName,
    identityNumber: identityNumber.optional(),
    paper: foreignPaper.optional(),
  })
  .refine(
    person => (person.identityNumber === undefined) !== (person.paper === undefined),
    says({
      vi: 'cần số định danh cá nhân (identityNumber), hoặc giấy tờ của người nước ngoài (paper)',
      en: 'must have either an identityNumber or the paper of a foreigner',
    }),
  )
  .meta({ id: 'NamedPerson', description: 'A person by name and number (người được nêu tên)' });
export type NamedPerson = z.infer<typeof namedPerson>;
