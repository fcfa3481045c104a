import * as z from 'zod';

const expiring = { expiresAt: z.int() };

/** The answer that a request with a key got. `body` is JSON text. */
const answer = { requestHash: z.string(), status: z.int(), body: z.string() };

/** A request that is worked on, or was until its lease ran out: `heldUntil` in milliseconds. */
const lease = { requestHash: z.string(), heldUntil: z.number() };

/** What a lease keeps for later tries: when the first began, and what its ids are made of. */
export const storedLease = z.object({ begunAt: z.number(), seed: z.base64() });

const answered = z
  .object(answer)
  .transform(({ requestHash, status, body }) => ({ requestHash, status, body: JSON.parse(body) as unknown }));
const underWay = z.object(lease).transform(kept => kept);
/** A key whose request was refused: it may be used again. */
const free = z.object({ requestHash: z.undefined().optional() }).transform(() => undefined);

/** What an idempotency key in use stands for: an answer, or a request that has none yet. */
export const storedAnswer = z.union([answered, underWay]);
export type StoredAnswer = z.infer<typeof storedAnswer>;

/** The same of any key that was ever used: undefined for one that is free again. */
export const storedKey = z.union([answered, underWay, free]);

/** The item of a key, whatever became of its request. */
export const requestItem = z.union([
  z.strictObject({ ...answer, ...expiring }),
  z.strictObject({ ...lease, ...storedLease.shape, ...expiring, holder: z.string().optional() }),
  z.strictObject(expiring),
]);
