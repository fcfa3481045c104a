import * as z from 'zod';
import { validUntil } from '../dossier/valid-until.ts';
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
  /** What kind of paper it is, as it was called when it was issued; absent where the catalogue names none. */
  kind: z.strictObject({ code: z.string(), name: z.string().nullable() }).optional(),
  /** The last day on which it holds; absent where it holds without end. */
  validUntil: validUntil.optional(),
  /** The number and date that the registry clerk gave it; absent where none did. */
  document: z.strictObject({ number: z.string(), date: z.iso.date() }).optional(),
  /** Since when and why it no longer holds; absent while it does. */
  revoked: z
    .strictObject({
      at: instantText,
      /** A code of law/result-changes.json. */
      ground: z.string().max(40),
      /** The number of the result that took its place. */
      replacedBy: z.string().nullable(),
    })
    .optional(),
});
export type StoredResult = z.infer<typeof storedResult>;
