import * as z from 'zod';
import { fileId, fileType } from '../api/upload.ts';
import { instantText, sha256Hex } from '../instant.ts';

/**
 * Why a file cannot be used, in words for its sender. file-differs: it is not what was declared; file-unusable:
 * nobody could open it; file-state-secret: it carries the mark of a state secret.
 */
export const fileRefusal = z.object({
  code: z.enum(['file-differs', 'file-unusable', 'file-state-secret']),
  vi: z.string(),
  en: z.string(),
});
export type FileRefusal = z.infer<typeof fileRefusal>;

/**
 * Why a file waits in quarantine (cách ly). large: the function that checks large files has not come to it;
 * scanAwaited: the scanner has not; scannerUnavailable: it could not look at it. Each is tried again.
 */
export const quarantine = z.enum(['large', 'scanAwaited', 'scannerUnavailable']);
export type Quarantine = z.infer<typeof quarantine>;

/** Where a file was fetched that nobody uploaded: the national store, and the paper there that it is of. */
export const fileSource = z.object({
  store: z.literal('national'),
  kind: z.string(),
  name: z.string(),
  number: z.string(),
  agency: z.string(),
  /** Keyed digest of whom the paper was issued to. */
  owner: z.string(),
});
export type FileSource = z.infer<typeof fileSource>;

/** A file as recorded: its declaration, and the verdict on the upload. */
export const storedFile = z.object({
  id: fileId,
  /**
   * declared: a link was issued; quarantined: it arrived and is not yet judged; checked: the upload matches its
   * declaration and is readable; refused: it is not.
   */
  state: z.enum(['declared', 'quarantined', 'checked', 'refused']),
  quarantine: quarantine.optional(),
  /** What is known of malware in a checked file; missing in records of before there were scanners: not scanned. */
  scan: z.enum(['clean', 'notScanned']).optional(),
  refusal: fileRefusal.optional(),
  /**
   * Found after a dossier took it: the mark of a state secret, and where. Nobody opens the file from then on, and it is
   * kept as it is, to be taken off this system under the law.
   */
  secrecy: z.object({ mark: z.string(), page: z.int().min(1), foundAt: instantText }).optional(),
  declaredBy: z.string(),
  declaredAt: instantText,
  fileName: z.string(),
  contentType: fileType,
  size: z.int(),
  sha256: sha256Hex,
  key: z.string(),
  dossier: z.string().optional(),
  source: fileSource.optional(),
});
export type StoredFile = z.infer<typeof storedFile>;

/** A file as stored. `expiresAt` until a dossier takes it: otherwise it expires by itself. */
export const fileItem = z.strictObject({ ...storedFile.shape, expiresAt: z.int().optional() });
