import * as z from 'zod';

/** An answer kept for an idempotency key, as stored. */
export const storedAnswer = z
  .object({ requestHash: z.string(), status: z.number(), body: z.string() })
  .transform(({ requestHash, status, body }) => ({ requestHash, status, body: JSON.parse(body) as unknown }));

/** What lists show of a dossier beside its head, as stored. */
export const storedLabels = z.object({
  procedureName: z.string(),
  field: z.string(),
  duplicates: z.array(z.string()),
});

/** A counter, as stored; one that was never counted stands at zero. */
export const storedNumber = z
  .object({ count: z.number().int().min(1) })
  .optional()
  .transform(item => item?.count ?? 0);
