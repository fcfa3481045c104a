import * as z from 'zod';

/** What was asked for in a day: by an account, or one share of what came through a portal or for a procedure. */
export const quotaItem = z.strictObject({ used: z.int().min(1), expiresAt: z.int() });

/** How often; a missing counter is at zero. */
export const storedUse = z
  .object({ used: z.int() })
  .optional()
  .transform(item => item?.used ?? 0);
