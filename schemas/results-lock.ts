import * as z from 'zod';

/** For how long the file of an issued result cannot be removed or written over (S3 Object Lock). */
export const resultsLock = z.strictObject({
  /**
   * governance: whoever may bypass the lock removes a file before its time, once the bucket's policy lets them;
   * compliance: nobody does, not even the account's root.
   */
  mode: z.enum(['governance', 'compliance']).default('governance'),
  /** In days; twenty years by default, as long as the files of decisions are commonly kept. */
  days: z.int().min(1).max(36_500).default(7305),
});
export type ResultsLock = z.infer<typeof resultsLock>;
