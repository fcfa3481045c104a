import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { instantText } from '../instant.ts';
import { dong } from '../money/dong.ts';
import { gateway, paymentReference, transactionName, treasuryWay } from '../money/gateway.ts';
import { claimedName, type NoticeFault, noticeFault } from '../money/refused-notice.ts';

/** The place in the list of what is asked about, unsettled or unassigned, ordered by time. */
const place = { wakePk: z.string().optional(), wakeSk: z.string().optional() };

/** A request for payment at the platform: by its reference the dossier is found when the money comes. */
export const storedPaymentRequest = z.strictObject({
  reference: paymentReference,
  gateway,
  dossier: dossierCode,
  amount: dong,
  openedAt: instantText,
  expiresAt: instantText,
  state: z.enum(['open', 'paid', 'ended']),
  /** Where the citizen pays; null before the platform said so. */
  payAt: z.url().nullable(),
  /** How often the platform was asked about it. */
  asks: z.int().min(0),
  ...place,
});
export type StoredPaymentRequest = z.infer<typeof storedPaymentRequest>;

/**
 * Money that a gateway says came in, kept once by the gateway's own name for it; or cash that was paid in at the bank,
 * by account and slip. `confirmed`: it is in a dossier's ledger, or was in drawers; `unassigned`: nobody knows yet what
 * it is for; `settled`: the bank's statement shows it, too.
 */
export const storedPayment = z.strictObject({
  gateway: treasuryWay,
  transaction: transactionName,
  reference: z.string().max(60).nullable(),
  dossier: dossierCode.nullable(),
  /** The unit in whose accounts it is. */
  unit: agencyCode,
  amount: dong,
  paidAt: instantText,
  toldAt: instantText,
  state: z.enum(['confirmed', 'unassigned', 'settled']),
  /** What the payer wrote, while it is unassigned: whoever assigns it reads it. */
  purpose: z.string().max(1000).optional(),
  /** Who gave money of nobody to the dossier, and why. */
  assigned: z
    .strictObject({ by: z.string().max(100), at: instantText, reason: z.string().max(500) })
    .optional(),
  settledOn: z.iso.date().optional(),
  /** The statement and the place of the credit in it. */
  statement: z.string().max(80).optional(),
  ...place,
});
export type StoredPayment = z.infer<typeof storedPayment>;

/** A payment in the list of those told of on a day. */
export const storedTold = z.strictObject({ gateway: treasuryWay, transaction: transactionName });

/** A notice that was not believed: never what it said, but what it claimed to be about where that is well formed. */
export const storedRefusedNotice = z.strictObject({
  gateway,
  at: instantText,
  fault: noticeFault,
  claimed: claimedName.nullable(),
  /** The network that it came from: the first bits of the address. */
  source: z.string().max(60).nullable(),
  expiresAt: z.int(),
});
export type StoredRefusedNotice = z.infer<typeof storedRefusedNotice>;

/** How many of a minute are kept. */
export const storedRefusals = z.strictObject({ kept: z.int().min(1), expiresAt: z.int() });

/** How many notices of a gateway were not believed on a day. */
export const storedNoticeCount = z.strictObject({
  forged: z.int().min(0).optional(),
  stale: z.int().min(0).optional(),
  malformed: z.int().min(0).optional(),
  differing: z.int().min(0).optional(),
} satisfies Record<NoticeFault, z.ZodType>);
