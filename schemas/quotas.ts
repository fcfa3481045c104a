import * as z from 'zod';

/** Times a day; 0 for no limit. */
const most = (usual: number) => z.int().min(0).max(100_000_000).default(usual);

/**
 * What one account, portal or procedure may ask for in a day of Vietnam. Set for each deployment; what a deployment
 * leaves out is as usual here: far above what people do by hand in a province of 5,000 dossiers a day, far below what
 * would stop the others.
 */
export const quotas = z.strictObject({
  /** Which edition of the figures holds, for whoever reads a refusal later. */
  version: z.int().min(1).default(1),
  /** Dossiers submitted online; those that officers record at the counter or by post are not counted. */
  submissions: z
    .strictObject({
      person: most(50),
      organisation: most(500),
      portal: most(20_000),
      procedure: most(10_000),
    })
    .prefault({}),
  uploads: z
    .strictObject({
      person: most(500),
      organisation: most(5_000),
      officer: most(5_000),
      portal: most(100_000),
    })
    .prefault({}),
  exports: z
    .strictObject({ person: most(20), organisation: most(20), officer: most(100), portal: most(100) })
    .prefault({}),
  /** Only officers search. */
  searches: z.strictObject({ officer: most(3_000) }).prefault({}),
  /** How much of the 9,999 numbers of a unit and day is kept for its counter, in percent. */
  counterShare: z.int().min(0).max(90).default(20),
});
export type Quotas = z.infer<typeof quotas>;
