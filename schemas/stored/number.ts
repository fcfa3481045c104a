import * as z from 'zod';

/** A count that gives numbers, of dossiers or results: the last that was given. */
export const numberItem = z.strictObject({ count: z.int().min(1) });

/** How many numbers were given; one that was never counted stands at zero. */
export const storedNumber = z
  .object(numberItem.shape)
  .optional()
  .transform(item => item?.count ?? 0);
