import * as z from 'zod';
import { sha256Hex } from '../instant.ts';
import { oneLine } from '../text.ts';
import { says } from '../words.ts';

/** Largest file accepted: 20 MiB. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** Kinds of files taken as papers. */
export const fileType = z.enum(['application/pdf', 'image/jpeg', 'image/png']);

/** Id of an uploaded file: `f_` and 26 characters. */
export const fileId = z
  .string()
  .regex(
    /^f_[0-9a-z]{26}$/,
    says({ vi: 'phải là mã tệp do POST /v1/uploads trả về', en: 'a file id from POST /v1/uploads' }),
  )
  .meta({ id: 'FileId', description: 'Id of an uploaded file', example: 'f_01jd9q6x3v9k2m5n8p7r4s6t0w' });

/** What is declared of a file before it is uploaded: the store accepts nothing else under its link. */
export const uploadRequest = z
  .strictObject({
    fileName: oneLine(1, 200),
    contentType: fileType,
    size: z.int().min(1).max(LARGEST_FILE),
    sha256: sha256Hex,
  })
  .meta({ id: 'UploadRequest' });

/** Where and how to send the file: one PUT with exactly these headers, before the link expires. */
export const uploadTicket = z
  .strictObject({
    id: fileId,
    method: z.literal('PUT'),
    url: z.url(),
    headers: z.record(z.string(), z.string()),
    expiresAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'UploadTicket' });
