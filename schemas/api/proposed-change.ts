import * as z from 'zod';
import { instantText, sha256Hex } from '../instant.ts';
import { oneLine } from '../text.ts';
import { says } from '../words.ts';

export const proposedChangeId = z
  .string()
  .regex(
    /^pc_[0-9a-z]{26}$/,
    says({
      vi: 'phải là mã đề nghị thay đổi, ví dụ pc_…',
      en: 'must be the id of a proposed change, such as pc_…',
    }),
  )
  .meta({ id: 'ProposedChangeId' });

/** What can be proposed: all that one administrator could otherwise do to many dossiers, those to come included. */
export const proposedChangeKind = z
  .enum([
    'procedureClosing',
    'workflow',
    'workflowTemplate',
    'workCalendar',
    'units',
    'transfer',
    'replanning',
  ])
  .meta({ id: 'ProposedChangeKind', description: 'What is proposed (nội dung đề nghị)' });
export type ProposedChangeKind = z.infer<typeof proposedChangeKind>;

/**
 * proposed: waits for a second administrator; confirmed: is being carried out, dossier by dossier; done; withdrawn;
 * expired: nobody confirmed it in time.
 */
export const proposedChangeStatus = z
  .enum(['proposed', 'confirmed', 'done', 'withdrawn', 'expired'])
  .meta({ id: 'ProposedChangeStatus', description: 'State of a proposed change (trạng thái đề nghị)' });
export type ProposedChangeStatus = z.infer<typeof proposedChangeStatus>;

const account = z.string().max(100);
const many = z.int().min(0);

/** What a change would touch, as it was when it was proposed. */
export const changePreview = z
  .strictObject({
    dossiers: many.meta({
      description:
        'Open dossiers that it touches; of a closing, a workflow and a calendar those of the procedure or province, which stay as they are',
    }),
    among: many.meta({ description: 'Open dossiers that were examined, touched or not' }),
    procedures: many
      .optional()
      .meta({ description: 'Of a workflow template: the procedures that it gives a workflow' }),
    exact: z
      .boolean()
      .meta({ description: 'False: at most so many, since each could not be looked at in time' }),
    more: z
      .literal(true)
      .optional()
      .meta({ description: 'There are more open dossiers than were listed: it names fewer than it touches' }),
    /** The places that would differ from what is in force, the first hundred of them. */
    differences: z.array(z.string().max(500)).max(100),
  })
  .meta({ id: 'ChangePreview' });
export type ChangePreview = z.infer<typeof changePreview>;

/** How far a confirmed change has come. */
export const changeProgress = z
  .strictObject({
    changed: many,
    unchanged: many,
    conflicts: many,
    failed: many.default(0).meta({
      description: 'Dossiers on which it failed; they are tried again a few times, and the operator is told',
    }),
  })
  .meta({
    id: 'ChangeProgress',
    description:
      'How many dossiers (of a workflow template: procedures) were changed, needed no change, or could not be changed because others kept changing them or because of a fault: if a change is done with conflicts or failures, propose it again for those',
  });

/** Something that happened to a proposed change, chained by hashes as a ledger is. */
export const changeEntry = z
  .strictObject({
    seq: z.int().min(1),
    at: instantText,
    by: account,
    what: z.enum(['proposed', 'confirmed', 'withdrawn', 'done']),
    /** Digest of what was proposed, with its preview. */
    content: sha256Hex,
    previous: sha256Hex,
    hash: sha256Hex,
  })
  .meta({ id: 'ProposedChangeEntry' });
export type ChangeEntry = z.infer<typeof changeEntry>;

const members = {
  id: proposedChangeId,
  kind: proposedChangeKind,
  /** In the language of the request. */
  about: z.string(),
  status: proposedChangeStatus,
  preview: changePreview,
  proposedBy: account,
  proposedAt: instantText,
  confirmBefore: instantText,
  confirmedBy: account.nullable(),
  confirmedAt: instantText.nullable(),
  withdrawnBy: account.nullable(),
  withdrawnAt: instantText.nullable(),
  withdrawnBecause: z.string().nullable(),
  doneAt: instantText.nullable(),
  progress: changeProgress,
};

export const proposedChange = z.strictObject(members).meta({
  id: 'ProposedChange',
  description: 'A change that takes effect once a second administrator confirms it (đề nghị thay đổi)',
});
export type ProposedChange = z.infer<typeof proposedChange>;

/** With all that was proposed, and what has happened to it. */
export const proposedChangeInFull = z
  .strictObject({
    ...members,
    content: z
      .record(z.string(), z.unknown())
      .meta({ description: 'What was asked for, as it will be done' }),
    trail: z.array(changeEntry),
  })
  .meta({ id: 'ProposedChangeInFull' });

export const withdrawal = z
  .strictObject({ reason: oneLine(3, 500).optional() })
  .meta({ id: 'ProposedChangeWithdrawal' });
