import * as z from 'zod';

const answered = z
  .object({ requestHash: z.string(), status: z.number(), body: z.string() })
  .transform(({ requestHash, status, body }) => ({ requestHash, status, body: JSON.parse(body) as unknown }));

/** A request that is worked on, or was until its lease ran out: `heldUntil` in milliseconds. */
const underWay = z.object({ requestHash: z.string(), heldUntil: z.number() }).transform(kept => kept);

/** A key whose request was refused: it may be used again. */
const free = z.object({ requestHash: z.undefined().optional() }).transform(() => undefined);

/** What an idempotency key in use stands for, as stored: an answer, or a request that has none yet. */
export const storedAnswer = z.union([answered, underWay]);
export type StoredAnswer = z.infer<typeof storedAnswer>;

/** The same of any key that was ever used: undefined for one that is free again. */
export const storedKey = z.union([answered, underWay, free]);

/** A counter, as stored; one that was never counted stands at zero. */
export const storedNumber = z
  .object({ count: z.number().int().min(1) })
  .optional()
  .transform(item => item?.count ?? 0);
