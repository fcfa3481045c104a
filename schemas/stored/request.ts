import * as z from 'zod';

const expiring = { expiresAt: z.int() };

/** The answer to a request with a key. `body` is JSON text. */
const answer = { requestHash: z.string(), status: z.int(), body: z.string() };

/** A request in progress, or interrupted with its lease expired: `heldUntil` in milliseconds. */
const lease = { requestHash: z.string(), heldUntil: z.number() };

/** What a lease keeps for later tries: when the first began, and the seed of its ids. */
export const storedLease = z.object({ begunAt: z.number(), seed: z.base64() });

const answered = z
  .object(answer)
  .transform(({ requestHash, status, body }) => ({ requestHash, status, body: JSON.parse(body) as unknown }));
const underWay = z.object(lease).transform(kept => kept);
/** A key whose request was refused: it may be used again. */
const free = z.object({ requestHash: z.undefined().optional() }).transform(() => undefined);

/** The state of a key in use: answered, or still in progress. */
export const storedAnswer = z.union([answered, underWay]);
export type StoredAnswer = z.infer<typeof storedAnswer>;

/** The same for any key: undefined if it is free again. */
export const storedKey = z.union([answered, underWay, free]);

/** The item of a key, whatever the state of its request. */
export const requestItem = z.union([
  z.strictObject({ ...answer, ...expiring }),
  z.strictObject({ ...lease, ...storedLease.shape, ...expiring, holder: z.string().optional() }),
  z.strictObject(expiring),
]);
