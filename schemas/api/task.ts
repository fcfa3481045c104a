import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { extensionProposal, proposal } from '../dossier/head.ts';
import { handlingState } from '../dossier/states.ts';
import { taskId } from '../dossier/task.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { storedTask } from '../stored/task.ts';
import { applicantName } from './dossier.ts';
import { formView } from './form.ts';

/** How a task was closed, without who: what the officer who came too late is told. */
export const standingDecision = z
  .strictObject({ decision: z.string(), at: instantText })
  .meta({ id: 'StandingDecision' });

/** What was proposed to be decided (đề xuất), and the digest by which whoever confirms it names it. */
export const proposalView = z
  .strictObject({ ...proposal.shape, digest: sha256Hex })
  .meta({ id: 'Proposal', description: 'Proposed decision, named by its digest (đề xuất đang trình)' });

/** An extension that was proposed, and the digest by which whoever signs its apology names it. */
export const extensionView = z
  .strictObject({ ...extensionProposal.omit({ task: true }).shape, digest: sha256Hex })
  .meta({ id: 'Extension', description: 'Proposed extension, named by its digest (đề nghị gia hạn)' });

/** A task as officers see it. Officers name the task; the token that moves the machine is never shown. */
export const taskView = z
  .strictObject({
    ...storedTask.omit({ closed: true }).shape,
    closed: standingDecision.nullable(),
    /** Somebody holds it who no longer works in its unit: others of its role, and leaders, may take it. */
    holderLeft: z.boolean(),
    /** What may be decided here. */
    decisions: z.array(z.string()),
    /** The proposal that stands where a step or signature is to decide about it. */
    proposal: proposalView.nullable().optional(),
    /** The extension that waits for its apology to be signed. */
    extension: extensionView.nullable().optional(),
  })
  .meta({ id: 'Task' });

/**
 * A task in a list, with the applicant’s name where that was asked for. What may be decided is shown by the task
 * itself.
 */
export const listedTask = z.strictObject({
  ...taskView.omit({ decisions: true, proposal: true, extension: true }).shape,
  applicantName: applicantName.optional(),
});

/** What a decision led to. */
export const decisionReceipt = z
  .strictObject({
    task: taskId,
    decision: z.string(),
    at: instantText,
    closed: z.boolean(),
    dossier: z.strictObject({
      code: dossierCode,
      version: z.int(),
      handling: handlingState,
      nationalStatus: z.int(),
      dueAt: instantText.nullable(),
      dueOn: z.iso.date().nullable(),
    }),
    /** The proposal that stands after the decision: what a signer is now asked to confirm. */
    proposal: proposalView.nullable(),
    outcome: z.enum(['granted', 'refused']).nullable(),
    /** The form that this decision is put down on, by number and name; null where there is none. */
    form: formView.nullable(),
    /** The task that is open now, if one is. */
    nextTask: taskId.nullable(),
  })
  .meta({ id: 'DecisionReceipt' });

/** Who takes a task: an officer of its unit, oneself, or nobody. */
export const assignmentBody = z
  .strictObject({ assignee: z.string().min(1).max(100).nullable() })
  .meta({ id: 'AssignmentBody' });
