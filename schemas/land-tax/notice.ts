import * as z from 'zod';
import { dong } from '../money/dong.ts';
import { says } from '../words.ts';
import { obligationKind } from './slip.ts';

/** Number of a document of the tax office or the treasury, as it is written there. */
export const documentNumber = z
  .string()
  .regex(
    /^[0-9A-Za-zĐđ][0-9A-Za-zĐđ./-]{0,59}$/,
    says({
      vi: 'phải là số văn bản gồm chữ, số, dấu / . -, không quá 60 ký tự',
      en: 'must be the number of a document: letters, digits, / . -, at most 60',
    }),
  )
  .meta({ id: 'TaxDocumentNumber', description: 'Number of a document of the tax office (số văn bản)' });

/** An amount that is paid, or is to be. */
export const paidDong = dong.refine(
  amount => amount > 0,
  says({ vi: 'phải lớn hơn 0 đồng', en: 'must be more than 0 đồng' }),
);

/** Where the treasury takes it (tài khoản thu ngân sách). */
export const treasuryAccount = z.strictObject({
  number: z.string().regex(/^[0-9A-Za-z.]{1,30}$/),
  holder: z.string().min(1).max(200),
  /** The bank or treasury that keeps it. */
  at: z.string().min(1).max(200),
});

/** One kind and its amount. `subItem`: tiểu mục of the state budget, as the notice says. */
export const noticeLine = z.strictObject({
  kind: obligationKind,
  amount: paidDong,
  subItem: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
});

/** A notice of payment (thông báo nộp tiền) of the tax office. Without lines it says that nothing is due. */
export const landNotice = z
  .strictObject({
    number: documentNumber,
    issuedOn: z.iso.date(),
    /** The last day to pay; null where nothing is due. */
    dueOn: z.iso.date().nullable(),
    lines: z.array(noticeLine).max(20),
    total: dong,
    treasury: treasuryAccount.nullable(),
    /**
     * What identifies the debt at banks and at the treasury (mã định danh khoản phải nộp), where the notice gives it.
     */
    paymentCode: z
      .string()
      .regex(/^[0-9A-Za-z]{1,40}$/)
      .nullable(),
  })
  .meta({ id: 'LandNotice', description: 'Notice of payment (thông báo nộp tiền) of the tax office' });
export type LandNotice = z.infer<typeof landNotice>;

/** What a notice's lines come to; of lines that are not right yet, too. */
export const totalOf = (lines: readonly { readonly amount: number }[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);
