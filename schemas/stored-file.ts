import * as z from 'zod';
import { fileId, fileType } from './api/upload.ts';
import { instantText, sha256Hex } from './instant.ts';

/** A file as recorded: what was declared of it, and whether what was uploaded is that. */
export const storedFile = z.object({
  id: fileId,
  /** declared: a link was given; checked: the upload is what was declared; refused: it is not. */
  state: z.enum(['declared', 'checked', 'refused']),
  declaredBy: z.string(),
  declaredAt: instantText,
  fileName: z.string(),
  contentType: fileType,
  size: z.int(),
  sha256: sha256Hex,
  key: z.string(),
  dossier: z.string().optional(),
});
export type StoredFile = z.infer<typeof storedFile>;
