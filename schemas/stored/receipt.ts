import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { receiptEntries } from '../money/receipt-entries.ts';

const [issued] = receiptEntries;

/** A receipt among those of its collecting body and day: what its dossier's ledger says of it, and nobody's name. */
export const keptReceipt = issued
  .omit({ type: true })
  .extend({ dossier: dossierCode, issuedAt: instantText });
export type KeptReceipt = z.infer<typeof keptReceipt>;

export const receiptItem = z.strictObject({ receipt: keptReceipt });

/**
 * The summary of a body's receipts of a day (form 01/TH-BLĐT) as it was last made. `queued`: to be sent to the tax
 * office, which has published no address to send it to.
 */
export const receiptSummaryItem = z.object({
  day: z.iso.date(),
  /** How often it was made: again where a receipt of the day came later. */
  version: z.int().min(1),
  state: z.enum(['queued']),
  madeAt: instantText,
  /** Of what it says, before it was signed. */
  content: sha256Hex,
  /** Of the signed file. */
  sha256: sha256Hex,
  size: z.int().min(1),
});
export type StoredReceiptSummary = z.infer<typeof receiptSummaryItem>;
