import * as z from 'zod';
import { dossierCode } from './codes/dossier-code.ts';

/**
 * What travels from a ledger to those who follow it: that a dossier has reached an entry. Nothing else, so that a queue
 * holds nothing about people, and repeats and disorder do no harm.
 */
export const nudge = z.strictObject({
  dossier: dossierCode,
  reached: z.int().min(1),
  /** An operator or a portal asks for a try now, whatever was planned. */
  force: z.literal(true).optional(),
});
export type Nudge = z.infer<typeof nudge>;
