import * as z from 'zod';

/** How each day is anchored outside of the table. */
export const anchorSettings = z.strictObject({
  /**
   * compliance: nobody, not even the account's root, removes an anchor before its time; governance: whoever may
   * bypass the lock, once the bucket's policy lets them.
   */
  mode: z.enum(['compliance', 'governance']).default('compliance'),
  /** For how many days each anchor is locked; ten years by default. */
  days: z.int().min(1).max(36_500).default(3653),
  /**
   * A bucket of another account, with a lock of its own, in place of the deployment's: its owner keeps the anchors
   * from the province's own administrators.
   */
  bucket: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  /** Public keys that signed before the present one (SubjectPublicKeyInfo, DER in base64). */
  formerKeys: z.array(z.base64()).default([]),
});
export type AnchorSettings = z.infer<typeof anchorSettings>;
