import * as z from 'zod';
import { absence } from '../organization/absence.ts';

/** The absences of a unit's officers, of the last year and to come. */
export const storedAbsences = z.strictObject({
  absences: z.array(absence),
  /** Counts every change: the condition of the next. */
  version: z.int().min(1),
});
export type StoredAbsences = z.infer<typeof storedAbsences>;
