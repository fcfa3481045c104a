import * as z from 'zod';
import { instantText } from '../instant.ts';

/** What the nightly comparison can find. */
export const findingKind = z
  .enum([
    'consumerBehind',
    'ledgerBroken',
    'headDiffers',
    'projectionDiffers',
    'executionMissing',
    'executionOrphan',
  ])
  .meta({ id: 'FindingKind', description: 'What the nightly comparison found (kết quả đối chiếu)' });
export type FindingKind = z.infer<typeof findingKind>;

/** Something that was not as it must be, as stored. */
export const storedFinding = z.object({
  /** The day whose changes were compared. */
  day: z.iso.date(),
  kind: findingKind,
  /** The dossier's code, or the name of an execution that carries none. */
  name: z.string(),
  /** What differs, in words that name nobody. */
  detail: z.string(),
  /** `mended`: set right at once; `open`: somebody must look. */
  state: z.enum(['mended', 'open']),
  foundAt: instantText,
});
export type StoredFinding = z.infer<typeof storedFinding>;

/** How far the comparison is, as stored: the day it is at, and where in it. */
export const storedProgress = z.object({
  day: z.iso.date(),
  stage: z.enum(['dossiers', 'executions', 'done']),
  shard: z.int().min(0),
  /** The last dossier compared in the shard, or the page of executions to go on with. */
  after: z.string().nullable(),
  looked: z.int().min(0),
  found: z.int().min(0),
  version: z.int().min(1),
});
export type StoredProgress = z.infer<typeof storedProgress>;
