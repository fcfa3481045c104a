import * as z from 'zod';
import { fileId } from '../api/upload.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { finding } from './finding.ts';

const page = z.int().min(1);

/**
 * queued: ordered; reading: some pages are read; done: all are; failed: it was tried and given up; notNeeded: the file
 * has no pages to read, such as an Office document; stopped: it carries the mark of a state secret.
 */
export const digitizingState = z.enum(['queued', 'reading', 'done', 'failed', 'notNeeded', 'stopped']);
export type DigitizingState = z.infer<typeof digitizingState>;

/** Why the reading of a file was given up. unopened: no reader opens it any more; fault: it failed each time. */
export const digitizingFault = z.enum(['unopened', 'fault']);

/**
 * The reading of a file (số hóa), beside the original, which is never changed. What the pages say is kept in objects
 * of the bucket, whose keys these are.
 */
export const digitization = z.object({
  file: fileId,
  dossier: dossierCode,
  /** The paper of the procedure that it was handed in as; null where it was no paper of it. */
  component: z.string().nullable(),
  state: digitizingState,
  fault: digitizingFault.optional(),
  queuedAt: instantText,
  changedAt: instantText,
  pages: z.int().min(0),
  pagesDone: z.int().min(0),
  /** Objects with the text of pages, in order, and those of their readable copies. */
  texts: z.array(z.string()),
  copies: z.array(z.string()),
  /** The searchable copy of the whole file; null where the original is searchable itself, or nothing was read. */
  searchable: z.string().nullable(),
  /** Its SHA-256; left out in older records. */
  searchableSha256: sha256Hex.optional(),
  /** ISO 639-3. */
  language: z.literal('vie').nullable(),
  confidence: z.int().min(0).max(100).nullable(),
  blank: z.array(page),
  unreadable: z.array(page),
  turned: z.array(z.strictObject({ page, by: z.literal([90, 180, 270]) })),
  /** What the file says, the surest first. Personal data: nowhere else, and shown to readers of the file only. */
  findings: z.array(finding).default([]),
});
export type Digitization = z.infer<typeof digitization>;

/** The order to read the next pages of a file. */
export const digitizingOrder = z.strictObject({ file: fileId });
export type DigitizingOrder = z.infer<typeof digitizingOrder>;
