import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { instantText } from '../instant.ts';
import { says } from '../words.ts';
import { dong } from './dong.ts';
import { gateway, paymentReference } from './gateway.ts';

/** A payment that the applicant was asked for, and that may still come. */
export const openPayment = z.strictObject({
  reference: paymentReference,
  gateway,
  amount: dong,
  openedAt: instantText,
  expiresAt: instantText,
});
export type OpenPayment = z.infer<typeof openPayment>;

/** Which money goes back: what was paid beyond the fee (held), or the fee itself (received). */
export const refundSource = z.enum(['held', 'received']);

/** A refund within its dossier: by the entry that asked for it. */
export const refundId = z
  .string()
  .regex(
    /^r[1-9][0-9]{0,5}$/,
    says({ vi: 'phải là mã hoàn trả, ví dụ r7', en: 'must be the id of a refund, such as r7' }),
  )
  .meta({ id: 'RefundId' });

/** Money that goes back (hoàn trả), until it is paid out. */
export const openRefund = z.strictObject({
  id: z.string().max(40),
  amount: dong,
  of: refundSource,
  state: z.enum(['asked', 'approved']),
  /** The officer who asked for it: another one approves it. */
  askedBy: z.string().max(100),
});
export type OpenRefund = z.infer<typeof openRefund>;

/**
 * The money of a dossier (sổ thu của hồ sơ), in đồng: what its ledger adds up to. `charged` less `waived` less
 * `received` is still owed.
 */
export const moneyAccount = z.strictObject({
  /** The unit whose fee it is, since the first entry of it. */
  unit: agencyCode,
  charged: dong,
  /** What the law relieves the applicant of (miễn, giảm). */
  waived: dong,
  /** Paid towards what was charged. */
  received: dong,
  /** Paid beyond it: nobody's until it goes back or is charged (tạm giữ). */
  held: dong,
  /** To be paid back: approved, not paid out. */
  owedBack: dong,
  /** Paid back. */
  refunded: dong,
  payment: openPayment.nullable(),
  /** Whether the last request for payment failed or ran out. */
  failed: z.boolean(),
  refunds: z.array(openRefund),
});
export type MoneyAccount = z.infer<typeof moneyAccount>;
