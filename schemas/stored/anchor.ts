import * as z from 'zod';

/** How far the nightly audit of the anchors is, as stored. */
export const storedAudit = z.object({
  /** The anchored day up to which every day that was due has been looked at. */
  done: z.iso.date().nullable(),
  /**
   * The night that is under way: the newest anchored day when it began, the day looked at,
   * and how much of it is done.
   */
  night: z.iso.date().nullable(),
  day: z.iso.date().nullable(),
  passed: z.int().min(0),
  version: z.int().min(1),
});
export type StoredAudit = z.infer<typeof storedAudit>;
