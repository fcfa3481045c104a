import * as z from 'zod';
import { channel } from '../catalogue/procedure.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { procedureCode } from '../codes/procedure-code.ts';
import { actor } from '../dossier/actor.ts';
import { plannedTask } from '../dossier/task.ts';
import { instantText } from '../instant.ts';

/**
 * How a task was closed. `digest` is that of the decision's content and maker: the same decision is recognized by it
 * and gets the same `receipt`; both null if the task was closed by anything but a decision at it.
 */
export const closedTask = z.strictObject({
  decision: z.string().max(40),
  at: instantText,
  by: actor,
  digest: z.string().max(64).nullable(),
  /** As JSON text: a repeat gets an identical answer. */
  receipt: z.string().nullable(),
});

/** A task as stored: the plan, what lists show of its dossier, and how it was closed. */
export const storedTask = z.strictObject({
  ...plannedTask.shape,
  dossier: dossierCode,
  procedure: procedureCode,
  procedureName: z.string(),
  field: z.string(),
  /** Dossiers of the same person and procedure that were open when this one was submitted. */
  duplicates: z.array(dossierCode),
  channel,
  receivedAt: instantText,
  /** Number of the ledger event that last touched the task: its ETag. */
  version: z.int().min(1),
  /** Its highest alarm. */
  alarm: z.enum(['none', 'dueSoon', 'overdue', 'escalated']),
  closed: closedTask.nullable(),
});
export type StoredTask = z.infer<typeof storedTask>;
