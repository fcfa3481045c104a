import * as z from 'zod';
import {
  changeEntry,
  changePreview,
  changeProgress,
  proposedChangeId,
  proposedChangeKind,
} from '../api/proposed-change.ts';
import { templateOrder } from '../catalogue/template-order.ts';
import { workflow } from '../catalogue/workflow.ts';
import { agencyCode } from '../codes/agency-code.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { procedureCode } from '../codes/procedure-code.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { unit } from '../organization/unit.ts';
import { workCalendar } from '../work-calendar.ts';

const period = { from: instantText, to: instantText };

/** Why dates are counted anew: a published version of the work calendar, or an outage that is credited. */
export const replanningCause = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('workCalendar'), version: z.int().min(1) }),
  z.strictObject({ kind: z.literal('outage'), ...period, reason: z.string() }),
]);

/** What was proposed, by kind: all that is needed to do it. */
export const changeContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('procedureClosing'), procedure: procedureCode, reason: z.string() }),
  z.strictObject({ kind: z.literal('workflow'), procedure: procedureCode, workflow }),
  z.strictObject({ kind: z.literal('workflowTemplate'), order: templateOrder }),
  z.strictObject({ kind: z.literal('workCalendar'), workCalendar }),
  z.strictObject({ kind: z.literal('units'), units: z.array(unit) }),
  z.strictObject({
    kind: z.literal('transfer'),
    ended: agencyCode,
    to: agencyCode,
    /** The unit whose lists are gone through, or the dossiers themselves. */
    of: agencyCode,
    dossiers: z.array(dossierCode).nullable(),
  }),
  /** Unit null: every unit of the province. */
  z.strictObject({ kind: z.literal('replanning'), unit: agencyCode.nullable(), cause: replanningCause }),
]);
export type ChangeContent = z.infer<typeof changeContent>;
export type ContentOf<K extends ChangeContent['kind']> = Extract<ChangeContent, { kind: K }>;

/** A proposed change without its content, which is kept beside it because a list of units is large. */
export const storedProposedChange = z.object({
  id: proposedChangeId,
  kind: proposedChangeKind,
  about: z.strictObject({ vi: z.string(), en: z.string() }),
  status: z.enum(['proposed', 'confirmed', 'done', 'withdrawn']),
  preview: changePreview,
  /** Digest of what the preview was made from: versions of the calendar, units, procedure. */
  basis: sha256Hex,
  proposedBy: z.string(),
  /** Who proposed it as a person, by keyed digest: two accounts of one person are not two people. */
  proposer: z.string().max(80).optional(),
  proposedAt: instantText,
  confirmBefore: instantText,
  confirmedBy: z.string().nullable(),
  confirmedAt: instantText.nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnAt: instantText.nullable(),
  withdrawnBecause: z.string().nullable(),
  doneAt: instantText.nullable(),
  progress: changeProgress,
  /** Where carrying it out goes on; null at its beginning. */
  place: z.string().max(2000).nullable(),
  /** How often all dossiers were gone through: again where others changed one at the same moment. */
  rounds: z.int().min(0),
  /** How many the round under way has changed: one that changed something is followed by another. */
  changedInRound: z.int().min(0).default(0),
  trail: z.array(changeEntry).min(1),
  /** Counts every change: the condition of the next. */
  version: z.int().min(1),
});
export type StoredProposedChange = z.infer<typeof storedProposedChange>;

export const proposedChangeItem = z.strictObject({ change: storedProposedChange, version: z.int().min(1) });
export const changeContentItem = z.strictObject({ content: changeContent });
