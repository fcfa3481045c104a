import * as z from 'zod';
import { instantText } from '../instant.ts';

/**
 * That what is kept of a dossier was found not to fit its ledger: it takes no decision until an operator has looked and
 * taken this away (docs/operations.md). Kept beside the head, so that whoever reads or writes the head meets it.
 */
export const storedHold = z.strictObject({
  since: instantText,
  /** The entry of the ledger, and what was found there. */
  entry: z.int().min(0),
  fault: z.string().max(40),
});
