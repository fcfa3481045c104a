import * as z from 'zod';

/** A counter of dossiers or results: the last number assigned. */
export const numberItem = z.strictObject({ count: z.int().min(1) });

/** How many numbers were assigned; a missing counter is at zero. */
export const storedNumber = z
  .object(numberItem.shape)
  .optional()
  .transform(item => item?.count ?? 0);
