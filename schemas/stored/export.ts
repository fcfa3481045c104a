import * as z from 'zod';
import { exportedList, exportFailure, exportFormat, exportId } from '../api/export.ts';
import { bilingualName } from '../calendar.ts';
import { knownCaller } from '../identity/known-caller.ts';
import { instantText, sha256Hex } from '../instant.ts';

/** An export as recorded: requester, list, reason, progress and outcome. */
export const storedExport = z.object({
  id: exportId,
  state: z.enum(['queued', 'running', 'done', 'failed']),
  wanted: exportedList,
  format: exportFormat,
  language: z.enum(['vi', 'en']),
  reason: z.string(),
  askedBy: knownCaller,
  /**
   * The scope of the list when it was requested: a requester who would now get another list no longer gets this file.
   */
  scope: z.string(),
  requestedAt: instantText,
  startedAt: instantText.nullable(),
  finishedAt: instantText.nullable(),
  /** Counts the runs: one that was overtaken by the next settles nothing. */
  run: z.int().min(0),
  /** Until when the current run holds the lease; another starts only after that. */
  heldUntil: instantText.nullable(),
  /** An export not settled by then is lost. */
  aliveUntil: instantText,
  rows: z.int().min(0),
  /** Records from before the detail was bilingual have one sentence. */
  failure: z.strictObject({ code: exportFailure, detail: z.union([bilingualName, z.string()]) }).nullable(),
  file: z
    .strictObject({ name: z.string(), size: z.int(), sha256: sha256Hex, expiresAt: instantText })
    .nullable(),
});
export type StoredExport = z.infer<typeof storedExport>;

/** An export as stored, for as long as logs usually are. */
export const exportItem = z.strictObject({ ...storedExport.shape, expiresAt: z.int() });
