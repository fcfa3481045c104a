import * as z from 'zod';
import { instantText } from '../instant.ts';
import { signature } from '../organization/authorization.ts';
import { taskId } from './task.ts';

/** A proposed change of an issued result: it is revoked (thu hồi), or corrected by a new one (đính chính). */
export const resultChange = z.strictObject({
  kind: z.enum(['revoke', 'correct']),
  /** A code of law/result-changes.json, which whoever verifies the result is shown. */
  ground: z.string().max(40),
  /** What happened, for the file and the applicant. */
  reason: z.string().min(1).max(4000),
  /** Of a correction: the text of the new result, empty where the file is the result. */
  text: z.string().max(8000).nullable(),
  resultFile: z.string().max(60).nullable(),
});
export type ResultChange = z.infer<typeof resultChange>;

/** One that waits to be signed, at the task named. */
export const proposedResultChange = resultChange.extend({ task: taskId });

/** A signed correction whose result is being made. */
export const signedCorrection = resultChange.pick({ ground: true, resultFile: true }).extend({
  text: z.string().max(8000),
  signature: signature.nullable(),
  signedAt: instantText,
});
