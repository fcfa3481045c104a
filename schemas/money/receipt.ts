import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { procedureCode } from '../codes/procedure-code.ts';
import { taxCode } from '../codes/tax-code.ts';
import { instantText } from '../instant.ts';
import { oneLine } from '../text.ts';
import { dong } from './dong.ts';
import { receiptName } from './receipt-name.ts';

/** `fee`: phí, for a service. `charge`: lệ phí, fixed by the state. The two are accounted for apart. */
export const moneySort = z
  .enum(['fee', 'charge'])
  .meta({ id: 'MoneySort', description: 'Fee (phí) or charge (lệ phí)' });
export type MoneySort = z.infer<typeof moneySort>;

/** One fee or charge: what is due in full, what is waived of it and by which law, and what was paid. */
export const receiptLine = z
  .strictObject({
    code: oneLine(1, 40),
    name: oneLine(1, 500),
    sort: moneySort,
    full: dong,
    relief: dong,
    /** Legal ground of the relief (căn cứ miễn, giảm); null where there is none. */
    ground: oneLine(1, 500).nullable(),
    paid: dong,
  })
  .meta({ id: 'ReceiptLine', description: 'Fee or charge on a receipt (khoản thu)' });
export type ReceiptLine = z.infer<typeof receiptLine>;

/** The receipt that another one replaces or adjusts. */
export const receiptReference = receiptName
  .extend({ date: z.iso.date() })
  .meta({ id: 'ReceiptReference', description: 'An earlier receipt, with the day it was made' });
export type ReceiptReference = z.infer<typeof receiptReference>;

const reason = oneLine(1, 500);

/**
 * `replacement` (thay thế): stands for the earlier receipt. `adjustment` (điều chỉnh): the earlier one stands, and its
 * amounts are to be read with these added (`increase`), taken off (`decrease`), or unchanged where only what it says
 * was wrong (`information`).
 */
export const receiptKind = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('original') }),
    z.strictObject({ kind: z.literal('replacement'), of: receiptReference, reason }),
    z.strictObject({
      kind: z.literal('adjustment'),
      of: receiptReference,
      reason,
      change: z.enum(['increase', 'decrease', 'information']),
    }),
  ])
  .meta({ id: 'ReceiptKind', description: 'What a receipt is to an earlier one (tính chất biên lai)' });
export type ReceiptKind = z.infer<typeof receiptKind>;

/** Who collects (cơ quan thu): its name stays on the receipt even where another party issues it. */
export const collectingBody = z
  .strictObject({ name: oneLine(1, 300), taxCode, unit: agencyCode })
  .meta({ id: 'CollectingBody', description: 'Collecting body (cơ quan thu phí, lệ phí)' });
export type CollectingBody = z.infer<typeof collectingBody>;

/** Who paid (người nộp tiền): personal data, kept in the document only. */
export const payer = z
  .strictObject({
    name: oneLine(1, 300),
    address: oneLine(1, 500).optional(),
    taxCode: taxCode.nullable(),
  })
  .meta({ id: 'Payer', description: 'Who paid (người nộp tiền)' });

export const paymentMethod = z
  .enum(['cash', 'transfer', 'online'])
  .meta({ id: 'PaymentMethod', description: 'How the money came (hình thức thanh toán)' });
export type PaymentMethod = z.infer<typeof paymentMethod>;

/**
 * An electronic receipt of fees and charges (biên lai điện tử thu phí, lệ phí), NĐ 254/2026/NĐ-CP. It is made at the
 * moment of collection (Điều 24).
 */
export const feeReceipt = z
  .strictObject({
    ...receiptName.shape,
    kind: receiptKind,
    body: collectingBody,
    payer,
    dossier: dossierCode,
    procedure: z.strictObject({ code: procedureCode, name: oneLine(1, 2000) }),
    lines: z.array(receiptLine).min(1).max(100),
    total: dong,
    method: paymentMethod,
    collectedAt: instantText,
  })
  .meta({ id: 'FeeReceipt', description: 'Electronic receipt of fees and charges (biên lai điện tử)' });
export type FeeReceipt = z.infer<typeof feeReceipt>;
