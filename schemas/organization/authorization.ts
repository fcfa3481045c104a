import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { instantText } from '../instant.ts';
import { oneLine } from '../text.ts';
import { says } from '../words.ts';
import { officerAccount } from './unit.ts';

/**
 * How somebody signs (NĐ 30/2020/NĐ-CP Đ13). direct: as the head, in their own right; TM: for a collective, as a
 * people's committee (thay mặt); KT: a deputy in place of the head (ký thay); TL: by the head's order (thừa lệnh);
 * TUQ: as the head authorized them in writing, for a limited time (thừa ủy quyền).
 */
export const signingForm = z.enum(['direct', 'TM', 'KT', 'TL', 'TUQ']).meta({
  id: 'SigningForm',
  description: 'Form of signing (thẩm quyền ký)',
});
export type SigningForm = z.infer<typeof signingForm>;

export const authorizationId = z
  .string()
  .regex(
    /^au_[0-9a-z]{26}$/,
    says({
      vi: 'phải là mã thẩm quyền ký, ví dụ au_…',
      en: 'must be the id of an authorization, such as au_…',
    }),
  )
  .meta({ id: 'AuthorizationId' });

const position = oneLine(2, 200);

/** What an administrator records of an authorization to sign. */
export const authorizationOrder = z
  .strictObject({
    form: signingForm,
    signer: officerAccount,
    position: position.meta({
      description: 'The signer’s office, as the signature shows it',
      example: 'Phó Chủ tịch',
    }),
    /** By account: whose place the signer takes; of `TM` and `direct` nobody's. */
    onBehalfOf: officerAccount.optional(),
    for: position.optional().meta({
      description:
        'Whom the signature names before the signer: the collective, or the office whose place is taken',
      example: 'Chủ tịch',
    }),
    /** Number and date of the paper that says so. */
    document: oneLine(3, 200),
    from: z.iso.date(),
    /** The last day; null while it lasts, which an authorization in writing (`TUQ`) must not. */
    to: z.iso.date().nullable(),
    /** Why nobody signed in this place since the last authorization of its kind ended. */
    afterGap: oneLine(3, 500).optional(),
  })
  .meta({ id: 'AuthorizationOrder' });
export type AuthorizationOrder = z.infer<typeof authorizationOrder>;

/** An authorization as it is kept: never changed, only ended. */
export const authorization = authorizationOrder
  .extend({
    id: authorizationId,
    unit: agencyCode,
    recordedBy: z.string().max(100),
    recordedAt: instantText,
    /** The last day, where it was ended before its time. */
    endedOn: z.iso.date().nullable(),
    endedBy: z.string().max(100).nullable(),
    endedBecause: z.string().nullable(),
  })
  .meta({ id: 'Authorization', description: 'Authorization to sign (thẩm quyền ký, ủy quyền ký)' });
export type Authorization = z.infer<typeof authorization>;

export const authorizationEnd = z
  .strictObject({ on: z.iso.date(), reason: oneLine(3, 500) })
  .meta({ id: 'AuthorizationEnd', description: 'The last day of an authorization, and why' });

/** How a decision was signed, as its ledger entry keeps it: offices and dates, no account and no name. */
export const signature = z
  .strictObject({
    form: signingForm,
    position: z.string(),
    for: z.string().nullable(),
    authorization: authorizationId,
    from: z.iso.date(),
    to: z.iso.date().nullable(),
  })
  .meta({ id: 'Signature', description: 'How a decision was signed (thẩm quyền ký)' });
export type Signature = z.infer<typeof signature>;
