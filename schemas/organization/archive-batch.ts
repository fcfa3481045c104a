import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { handlingState } from '../dossier/states.ts';
import { instantText } from '../instant.ts';
import { says } from '../words.ts';

export const archiveBatchId = z
  .string()
  .regex(
    /^ar_[0-9a-z]{26}$/,
    says({ vi: 'phải là mã đợt nộp lưu, ví dụ ar_…', en: 'must be the id of a batch, such as ar_…' }),
  )
  .meta({ id: 'ArchiveBatchId' });

/** Dossiers in a batch at most: each is one command when the batch is taken. */
export const MOST_IN_BATCH = 50;

/** A dossier in a batch, as it stood when it was packed. */
export const packedDossier = z.strictObject({
  code: dossierCode,
  procedureName: z.string(),
  /** The state in which it ended, and the day. */
  handling: handlingState,
  endedOn: z.iso.date(),
  /** A kind of law/archive.json; null years and day: for ever. */
  retention: z.string().max(40),
  years: z.int().min(1).nullable(),
  until: z.iso.date().nullable(),
  /** The last entry of its ledger then: what the list of contents is made of. */
  version: z.int().min(1),
});
export type PackedDossier = z.infer<typeof packedDossier>;

/** A batch of ended dossiers for the archive (đợt nộp lưu): packed by one officer, taken over by another. */
export const archiveBatch = z.strictObject({
  id: archiveBatchId,
  unit: agencyCode,
  state: z.enum(['packed', 'taken']),
  packedBy: z.string().max(100),
  packedAt: instantText,
  takenBy: z.string().max(100).nullable(),
  takenAt: instantText.nullable(),
  note: z.string().max(500).nullable(),
  dossiers: z.array(packedDossier).min(1).max(MOST_IN_BATCH),
  /** Packed, and left out when the batch was taken over: another batch had brought them to the archive by then. */
  leftOut: z.array(dossierCode).default([]),
  /** Counts every change: the condition of the next. */
  version: z.int().min(1),
});
export type ArchiveBatch = z.infer<typeof archiveBatch>;
