import * as z from 'zod';
import { instantText } from '../instant.ts';
import { refundSource } from '../money/account.ts';
import { dong } from '../money/dong.ts';
import { gateway, paymentReference } from '../money/gateway.ts';

/** What can still be asked back, of each source. */
export const refundable = z.strictObject({ held: dong, received: dong }).meta({
  id: 'Refundable',
  description: 'What can still be asked back: paid beyond the fee, the fee itself',
});

/** Money that came in. */
export const shownPayment = z.strictObject({
  at: instantText,
  amount: dong,
  /** How much of it went towards the fee; the rest is held. */
  applied: dong,
  /** `online`: a gateway said so. */
  method: z.enum(['cash', 'transfer', 'online']),
  gateway: gateway.nullable(),
  receipt: z.string().nullable(),
});
export type ShownPayment = z.infer<typeof shownPayment>;

/** A payment that was asked for. `over`: the fee was paid in another way meanwhile. */
export const shownRequest = z.strictObject({
  reference: paymentReference,
  gateway,
  amount: dong,
  at: instantText,
  expiresAt: instantText,
  state: z.enum(['open', 'paid', 'failed', 'expired', 'over']),
});
export type ShownRequest = z.infer<typeof shownRequest>;

/** Money that goes back, or did (hoàn trả). */
export const shownRefund = z.strictObject({
  id: z.string(),
  amount: dong,
  of: refundSource,
  reason: z.string(),
  state: z.enum(['asked', 'approved', 'refused', 'paid']),
  askedAt: instantText,
  decidedAt: instantText.nullable(),
  /** Why it was refused, where somebody said so. */
  decisionReason: z.string().nullable(),
  paidAt: instantText.nullable(),
  means: z.enum(['cash', 'transfer']).nullable(),
  /** Number of the voucher or payment order. */
  document: z.string().nullable(),
});
export type ShownRefund = z.infer<typeof shownRefund>;
