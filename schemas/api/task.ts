import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { extensionProposal, proposal } from '../dossier/head.ts';
import { resultChange } from '../dossier/result-change.ts';
import { handlingState } from '../dossier/states.ts';
import { taskId } from '../dossier/task.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { feeCode } from '../money/fee-code.ts';
import { offeredRelief } from '../money/offered-relief.ts';
import { storedTask } from '../stored/task.ts';
import { applicantName } from './dossier.ts';
import { formView } from './form.ts';

/** How a task was closed, but not by whom: shown to an officer who came too late. */
export const standingDecision = z
  .strictObject({ decision: z.string(), at: instantText })
  .meta({ id: 'StandingDecision' });

/** The proposed decision (đề xuất), and the digest by which it is confirmed. */
export const proposalView = z
  .strictObject({ ...proposal.shape, digest: sha256Hex })
  .meta({ id: 'Proposal', description: 'Proposed decision, named by its digest (đề xuất đang trình)' });

/** A proposed extension, and the digest by which the signer of its apology names it. */
export const extensionView = z
  .strictObject({ ...extensionProposal.omit({ task: true }).shape, digest: sha256Hex })
  .meta({ id: 'Extension', description: 'Proposed extension, named by its digest (đề nghị gia hạn)' });

/** A proposed change of an issued result, and the digest by which its signer names it. */
export const resultChangeView = z
  .strictObject({ ...resultChange.shape, digest: sha256Hex })
  .meta({ id: 'NamedResultChange', description: 'Change of the result, named by its digest' });

/** A relief of the fee; `asked` says by what proof the applicant asks for it, null where they do not. */
const relief = z
  .strictObject({ ...offeredRelief.shape, asked: feeCode.nullable() })
  .meta({ id: 'ReliefAtReception' });

/** A task as officers see it. Officers refer to the task; the token that moves the machine is never shown. */
export const taskView = z
  .strictObject({
    ...storedTask.omit({ closed: true }).shape,
    closed: standingDecision.nullable(),
    /** Its holder no longer works in its unit: others with its role, and leaders, may take it. */
    holderLeft: z.boolean(),
    /** The allowed decisions. */
    decisions: z.array(z.string()),
    /** The current proposal, if a step or signature is to decide on it. */
    proposal: proposalView.nullable().optional(),
    /** The extension whose apology waits to be signed. */
    extension: extensionView.nullable().optional(),
    /** The change of the result that waits to be signed. */
    resultChange: resultChangeView.nullable().optional(),
    /** Where the fee may be settled: its reliefs by the law of the day of submission. */
    reliefs: z.array(relief).optional(),
  })
  .meta({ id: 'Task' });

/** A task in a list, with the applicant’s name if requested. Its allowed decisions are shown with the task itself. */
export const listedTask = z.strictObject({
  ...taskView.omit({ decisions: true, proposal: true, extension: true, resultChange: true, reliefs: true })
    .shape,
  applicantName: applicantName.optional(),
});

/** The result of a decision. */
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
    /** The proposal after the decision: what a signer is now asked to confirm. */
    proposal: proposalView.nullable(),
    outcome: z.enum(['granted', 'refused']).nullable(),
    /** The form for this decision, by number and name; null if there is none. */
    form: formView.nullable(),
    /** The task that is open now, if any. */
    nextTask: taskId.nullable(),
  })
  .meta({ id: 'DecisionReceipt' });

/** The new holder of a task: an officer of its unit, oneself, or nobody. */
export const assignmentBody = z
  .strictObject({ assignee: z.string().min(1).max(100).nullable() })
  .meta({ id: 'AssignmentBody' });
