import * as z from 'zod';
import { paperKind } from './paper-kind.ts';

/** What was handed in at once for a paper: files by their ids, paper copies, and what these are where somebody looked. */
export const suppliedPaper = z.strictObject({
  component: z.string().max(40),
  files: z.array(z.string().max(60)).max(50),
  paperCopies: z.int().min(0),
  paperKind: paperKind.optional(),
  /** Numbers of results of this province that stand for it. */
  results: z.array(z.string().max(60)).optional(),
  /**
   * That results stand for it, as the national portal counts it (trạng thái số hóa 3). Ledgers from before it was
   * counted do not say so, and are not counted afterwards: a head is the fold of what its ledger says.
   */
  reuse: z.literal(3).optional(),
  /**
   * Those of its files that came from the national store, with the kind of result that each is. Its number is with the
   * file: it may be that of a person.
   */
  fromStore: z.array(z.strictObject({ file: z.string().max(60), kind: z.string().max(60) })).optional(),
});
export type SuppliedPaper = z.infer<typeof suppliedPaper>;
