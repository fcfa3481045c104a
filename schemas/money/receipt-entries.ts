import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { taxCode } from '../codes/tax-code.ts';
import { sha256Hex } from '../instant.ts';
import { dong } from './dong.ts';
import { receiptReference } from './receipt.ts';
import { receiptName } from './receipt-name.ts';
import { receiptProvider, receiptRequestId } from './receipt-provider.ts';

/** Id of a receipt among those of its body: `EBL01-26TAA-00000012`. */
export const receiptId = z
  .string()
  .regex(/^EBL0[12]-\d{2}T[A-Y]{2}-\d{8}$/)
  .meta({
    id: 'ReceiptId',
    description: 'Form, serial and number of a receipt',
    example: 'EBL01-26TAA-00000012',
  });

/** What corrects a receipt: a replacement (thay thế), or an adjustment (điều chỉnh) of amounts or of what it says. */
export const correctionKind = z
  .enum(['replacement', 'increase', 'decrease', 'information'])
  .meta({ id: 'ReceiptCorrectionKind', description: 'How a receipt is corrected (thay thế, điều chỉnh)' });
export type CorrectionKind = z.infer<typeof correctionKind>;

/** The receipt that another one corrects, with what it said was paid. */
export const correctedReceipt = receiptReference.extend({ fees: dong, charges: dong });

/** Entries of a dossier's ledger about its receipts. None names who paid: that stands in the signed file alone. */
export const receiptEntries = [
  /** A receipt was numbered, signed and kept; digest and size are those of its XML, or of a provider's page. */
  z.strictObject({
    type: z.literal('receiptIssued'),
    receipt: receiptId,
    ...receiptName.shape,
    /** The unit that collects, and its tax code. */
    unit: agencyCode,
    taxCode,
    /** Number of the entry `paid` whose money it is of. */
    paid: z.int().min(1),
    kind: z.enum(['original', ...correctionKind.options]),
    of: correctedReceipt.nullable(),
    amount: dong,
    /** How much of the amount are fees (phí), and charges (lệ phí). */
    fees: dong,
    charges: dong,
    date: z.iso.date(),
    sha256: sha256Hex,
    size: z.int().min(1),
    /** Who numbered and signed it, where it was not this system; `reports`: they tell the tax office of it, too. */
    provider: z
      .strictObject({ name: receiptProvider, request: receiptRequestId, reports: z.boolean() })
      .optional(),
  }),
  /** An officer asks that a receipt be corrected; `amount` is the difference, 0 where none is. */
  z.strictObject({
    type: z.literal('receiptCorrectionRequested'),
    receipt: receiptId,
    kind: correctionKind,
    amount: dong,
    reason: z.string().min(1).max(500),
  }),
  /** Another officer decided it; the receipt that corrects follows. */
  z.strictObject({
    type: z.literal('receiptCorrectionDecided'),
    receipt: receiptId,
    approved: z.boolean(),
    reason: z.string().max(500).nullable(),
  }),
  /** A receipt is asked for at a provider: entered before anything is sent, so that no crash forgets it. */
  z.strictObject({
    type: z.literal('receiptRequested'),
    request: receiptRequestId,
    provider: receiptProvider,
    reports: z.boolean(),
    unit: agencyCode,
    taxCode,
    /** Number of the entry that asks for the receipt: a payment, or an approved correction. */
    owed: z.int().min(1),
  }),
  /** The provider refused to issue it, by its own code: an officer sees to it. */
  z.strictObject({
    type: z.literal('receiptRefused'),
    request: receiptRequestId,
    code: z.string().regex(/^[\w.-]{1,40}$/),
  }),
  /** An officer put right what was wrong: the provider is asked anew, by the same key. */
  z.strictObject({ type: z.literal('receiptRetried'), request: receiptRequestId }),
] as const;
