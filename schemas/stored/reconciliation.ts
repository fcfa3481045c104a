import * as z from 'zod';
import { instantText } from '../instant.ts';

/** What the nightly comparison can find. */
export const findingKind = z
  .enum([
    'consumerBehind',
    'ledgerBroken',
    'headDiffers',
    'applicantDiffers',
    'resultDiffers',
    'projectionDiffers',
    'executionMissing',
    'executionOrphan',
    'anchorDiffers',
  ])
  .meta({ id: 'FindingKind', description: 'What the nightly comparison found (kết quả đối chiếu)' });
export type FindingKind = z.infer<typeof findingKind>;

/** A difference found, as stored. */
export const storedFinding = z.object({
  /** The day whose changes were compared. */
  day: z.iso.date(),
  kind: findingKind,
  /** The dossier's code, the name of an execution without one, the number of a result, or an anchored day. */
  name: z.string(),
  /** The difference, in words that identify nobody. */
  detail: z.string(),
  /** `mended`: repaired at once; `open`: needs attention. */
  state: z.enum(['mended', 'open']),
  foundAt: instantText,
});
export type StoredFinding = z.infer<typeof storedFinding>;

/** The progress of the comparison, as stored: the current day, and the position in it. */
export const storedProgress = z.object({
  day: z.iso.date(),
  stage: z.enum(['dossiers', 'executions', 'rolling', 'done']),
  shard: z.int().min(0),
  /** The last dossier compared in the shard, or the page of executions to continue from. */
  after: z.string().nullable(),
  looked: z.int().min(0),
  found: z.int().min(0),
  /**
   * How far the walk through all dossiers is, whether or not they changed: by the day they were submitted, and how many
   * of that day; and the last day of this night's share. Absent before the first.
   */
  walk: z
    .strictObject({ date: z.iso.date(), passed: z.int().min(0), until: z.iso.date().nullable() })
    .optional(),
  version: z.int().min(1),
});
export type StoredProgress = z.infer<typeof storedProgress>;
