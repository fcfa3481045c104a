import * as z from 'zod';
import { instantText, sha256Hex } from '../instant.ts';

/** A result as entered in the register of results (sổ kết quả). */
export const storedResult = z.object({
  number: z.string(),
  dossier: z.string(),
  agency: z.string(),
  procedureName: z.string(),
  outcome: z.enum(['granted', 'refused']),
  issuedAt: instantText,
  sha256: sha256Hex,
  size: z.int(),
  /** The key of its file in the results bucket. */
  key: z.string(),
});
export type StoredResult = z.infer<typeof storedResult>;
