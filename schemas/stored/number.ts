import * as z from 'zod';
import { receiptProvider } from '../money/receipt-provider.ts';

/** A counter of dossiers or results: the last number assigned. */
export const numberItem = z.strictObject({ count: z.int().min(1) });

/** A serial of receipts: counted here, or a provider's, who counts it elsewhere; never both. */
export const serialItem = z.union([numberItem, z.strictObject({ provider: receiptProvider })]);

/** How many numbers were assigned; a missing counter is at zero. */
export const storedNumber = z
  .object(numberItem.shape)
  .optional()
  .transform(item => item?.count ?? 0);

/** Who counts a serial, and how far it is counted here. */
export const storedSerial = z
  .object({ count: numberItem.shape.count.optional(), provider: receiptProvider.optional() })
  .optional()
  .transform(item => ({ count: item?.count ?? 0, provider: item?.provider ?? null }));
