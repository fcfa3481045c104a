import * as z from 'zod';
import { channel, fee } from '../catalogue/procedure.ts';
import { agencyCode } from '../codes/agency-code.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { landTax } from '../land-tax/entries.ts';
import { moneyAccount } from '../money/account.ts';
import { bill } from '../money/bill.ts';
import { dong } from '../money/dong.ts';
import { askedRelief } from '../money/fee-relief.ts';
import { signature } from '../organization/authorization.ts';
import { pinnedRules } from './event.ts';
import { proposedResultChange, signedCorrection } from './result-change.ts';
import { deliveryState, handlingState, moneyState, returnMethod } from './states.ts';
import { plannedTask, taskId } from './task.ts';
import { validUntil } from './valid-until.ts';

/** A pause of the legal clock, open while `to` is null. */
export const clockPause = z.strictObject({
  from: instantText,
  to: instantText.nullable(),
  effect: z.enum(['resume', 'restart']),
  cause: z.enum(['supplement', 'payment', 'outage', 'others']),
  /** For `others`: the ground, of law/pauses.json. */
  kind: z.string().max(40).optional(),
});
export type ClockPause = z.infer<typeof clockPause>;

/** A part of the dossier that an ended unit handed over: which part, and which of its tasks were open. */
const takenOver = z.strictObject({
  at: instantText,
  ended: agencyCode,
  from: agencyCode,
  to: agencyCode,
  receiving: z.boolean(),
  competent: z.boolean(),
  tasks: z.array(taskId),
});

/** The proposal a signer is asked to sign. */
export const proposal = z.strictObject({
  outcome: z.enum(['granted', 'refused']),
  text: z.string().max(8000),
  resultFile: z.string().max(60).nullable(),
  validUntil: validUntil.optional(),
});

/** An extension whose apology waits to be signed, at the task named. */
export const extensionProposal = z.strictObject({
  reason: z.string(),
  apology: z.string(),
  newDueOn: z.iso.date(),
  task: z.string(),
});

/**
 * A dossier's head (đầu hồ sơ): its current state, the fold of its ledger and nothing else. No personal data: names
 * and identity numbers are in the applicant record under the same key.
 */
export const dossierHead = z.strictObject({
  code: dossierCode,
  /** Number of the last ledger event; the condition of every write. */
  version: z.int().min(1),
  lastHash: sha256Hex,
  /** The time of the last entry: no later entry has an earlier time. */
  updatedAt: instantText,
  rules: pinnedRules,
  receivingUnit: agencyCode,
  competentUnit: agencyCode,
  channel,
  owner: z.string(),
  /**
   * The owner's legal representative, who sees the dossier, too: a company’s named representative, a child’s
   * guardian; by keyed digest.
   */
  representative: z.string().nullable().default(null),
  submittedBy: z.string(),
  portalReference: z.string().nullable(),
  returnBy: returnMethod,
  handling: handlingState,
  money: moneyState,
  delivery: deliveryState,
  fee: fee.nullable(),
  amountDue: dong.nullable(),
  /** The money of the dossier; null before its first entry of money. */
  account: moneyAccount.nullable().default(null),
  /** What the amount is made of, as reception settled it; null before, and where nothing was made out. */
  bill: bill.nullable().default(null),
  /** Reliefs of the fee that the applicant asked for. */
  reliefsAsked: z.array(askedRelief).default([]),
  /** What is owed the treasury for land, which is no money of ours; null where no slip was sent. */
  landTax: landTax.nullable().default(null),
  submittedAt: instantText,
  acceptedAt: instantText.nullable(),
  /** When the legal clock started: at acceptance, or when the competent agency received the dossier. */
  clockStartedAt: instantText.nullable(),
  /** The promised date (ngày hẹn trả); null before acceptance and during a pause. */
  dueAt: instantText.nullable(),
  dueOn: z.iso.date().nullable(),
  dueAlarms: z
    .strictObject({ dueSoon: instantText, overdue: instantText, escalated: instantText })
    .nullable(),
  /**
   * Counts the changes of the promised date, so that alarms of an old date are not mistaken for those of the new one.
   */
  dueRevision: z.int().min(0),
  pauses: z.array(clockPause),
  /** The unit by whose days the promised date is counted, if another decides now; otherwise null. */
  promisedBy: agencyCode.nullable().default(null),
  /** What ended units handed over, oldest first. */
  transfers: z.array(takenOver).default([]),
  /** The new promised date of the one permitted extension; null if there was none. */
  extendedTo: instantText.nullable(),
  /**
   * Papers that were not handed in anew, by id, with what the national portal calls it (trạng thái số hóa): 2, reused
   * from a component of another dossier; 3, from another result. Null while there is none.
   */
  reused: z
    .record(z.string().max(40), z.literal([2, 3]))
    .nullable()
    .default(null),
  supplements: z.strictObject({ intake: z.int().min(0), processing: z.int().min(0) }),
  /**
   * Officers who have an interest in it, by account and, where known, by digest: neither shown
   * to them nor decided by them.
   */
  interests: z
    .array(
      z.strictObject({
        officer: z.string().max(100),
        person: z.string().max(80).optional(),
        at: instantText,
      }),
    )
    .default([]),
  /** Open tasks; the first is the one the machine waits on, others are consultations. */
  tasks: z.array(plannedTask),
  tasksOpened: z.int().min(0),
  /** The step after the wait: after payment, supplement or consultations. */
  resumeAt: z.string().nullable(),
  /** The officer whose task the wait interrupted: the dossier comes back to them. */
  resumeWith: z.string().nullable().default(null),
  extensionProposal: extensionProposal.nullable().default(null),
  proposal: proposal.nullable(),
  outcome: z.enum(['granted', 'refused']).nullable(),
  /** How the result was signed; null where nothing is recorded of the signer. */
  signature: signature.nullable().default(null),
  timeliness: z.enum(['early', 'onTime', 'late']).nullable(),
  result: z
    .strictObject({
      number: z.string(),
      sha256: sha256Hex,
      size: z.int().min(1),
      validUntil: validUntil.optional(),
    })
    .nullable(),
  /** The number and date that the registry clerk gave the signed result; null where none did. */
  registration: z
    .strictObject({
      register: z.string().max(40),
      documentNumber: z.string().max(100),
      documentDate: z.iso.date(),
    })
    .nullable()
    .default(null),
  /** A revocation or correction of the result that waits to be signed. */
  resultChange: proposedResultChange.nullable().default(null),
  /** A signed correction whose result is being made. */
  correction: signedCorrection.nullable().default(null),
  /** When the result was revoked; null while it holds. */
  resultRevokedAt: instantText.nullable().default(null),
  /** Where it is in the archive, and until when it is kept (null: for ever); null before it is there. */
  archive: z
    .strictObject({
      batch: z.string().max(40),
      retention: z.string().max(40),
      until: z.iso.date().nullable(),
      at: instantText,
    })
    .nullable()
    .default(null),
  /** Who holds it beyond its period (dừng tiêu hủy), and since when. */
  legalHold: z
    .strictObject({ by: z.string().max(100), at: instantText })
    .nullable()
    .default(null),
  decidedAt: instantText.nullable(),
  closedAt: instantText.nullable(),
  /** Alarms raised so far, each once. */
  alarms: z.array(z.string()),
  /** Round of the execution that carries the dossier, and when it began. */
  round: z.int().min(1),
  roundStartedAt: instantText,
});
export type DossierHead = z.infer<typeof dossierHead>;

/** What tells whose data a dossier holds, and why somebody may read them. */
export const readableHead = z.object(
  dossierHead.pick({
    code: true,
    owner: true,
    representative: true,
    receivingUnit: true,
    competentUnit: true,
    tasks: true,
    submittedBy: true,
    interests: true,
  }).shape,
);
