import * as z from 'zod';
import { dossierCode } from './codes/dossier-code.ts';

/**
 * The message from a ledger to its consumers: a dossier has reached an entry. Nothing else, so that queues contain no
 * personal data, and repeats and reordering do no harm.
 */
export const nudge = z.strictObject({
  dossier: dossierCode,
  reached: z.int().min(1),
  /** An operator or a portal asks for a try now, whatever is scheduled. */
  force: z.literal(true).optional(),
});
export type Nudge = z.infer<typeof nudge>;
