import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { taxCode } from '../codes/tax-code.ts';
import { instantText } from '../instant.ts';
import { receiptProvider, receiptRequestId } from '../money/receipt-provider.ts';

/**
 * A receipt that a provider was asked for. `requested`: nothing came of it yet, as far as was heard; `unknown`: what
 * came of it was not heard, so that it is asked about before it is sent again; `refused`: an officer must see to it.
 */
export const storedReceiptRequest = z.strictObject({
  request: receiptRequestId,
  provider: receiptProvider,
  taxCode,
  dossier: dossierCode,
  state: z.enum(['requested', 'unknown', 'refused', 'issued']),
  /** Why it still waits, or was refused: a code of the provider or of the line. */
  code: z.string().max(40).nullable(),
  /** How often somebody took it up; nothing was ever sent while it is 0. */
  asks: z.int().min(0),
  requestedAt: instantText,
  /** The place in the list of what is asked about, in order of time. */
  wakePk: z.string().optional(),
  wakeSk: z.string().optional(),
});
export type StoredReceiptRequest = z.infer<typeof storedReceiptRequest>;
