import * as z from 'zod';
import { exportedList, exportFailure, exportFormat, exportId } from '../api/export.ts';
import { bilingualName } from '../calendar.ts';
import { knownCaller } from '../identity/known-caller.ts';
import { instantText, sha256Hex } from '../instant.ts';

/** An export as recorded: who asked for what and why, how far it is, and what came of it. */
export const storedExport = z.object({
  id: exportId,
  state: z.enum(['queued', 'running', 'done', 'failed']),
  wanted: exportedList,
  format: exportFormat,
  language: z.enum(['vi', 'en']),
  reason: z.string(),
  askedBy: knownCaller,
  /** What the list was of when it was asked for: whoever would now get another list no longer gets this file. */
  scope: z.string(),
  requestedAt: instantText,
  startedAt: instantText.nullable(),
  finishedAt: instantText.nullable(),
  /** Counts the runs: one that was overtaken by the next settles nothing. */
  run: z.int().min(0),
  /** Until when the present run holds the export; another begins only after it. */
  heldUntil: instantText.nullable(),
  /** An export that is not settled by then was lost. */
  aliveUntil: instantText,
  rows: z.int().min(0),
  /** Records of before the detail was in both languages hold one sentence. */
  failure: z.strictObject({ code: exportFailure, detail: z.union([bilingualName, z.string()]) }).nullable(),
  file: z
    .strictObject({ name: z.string(), size: z.int(), sha256: sha256Hex, expiresAt: instantText })
    .nullable(),
});
export type StoredExport = z.infer<typeof storedExport>;

/** An export as it is kept, for as long as logs usually are. */
export const exportItem = z.strictObject({ ...storedExport.shape, expiresAt: z.int() });
