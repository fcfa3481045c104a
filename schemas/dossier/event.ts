import * as z from 'zod';
import { channel, fee } from '../catalogue/procedure.ts';
import { agencyCode } from '../codes/agency-code.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { procedureCode } from '../codes/procedure-code.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { landTaxEntries } from '../land-tax/entries.ts';
import { refundSource } from '../money/account.ts';
import { bill } from '../money/bill.ts';
import { dong } from '../money/dong.ts';
import { askedRelief, claimedRelief } from '../money/fee-relief.ts';
import { gateway, paymentReference, transactionName } from '../money/gateway.ts';
import { receiptEntries } from '../money/receipt-entries.ts';
import { signature } from '../organization/authorization.ts';
import { actor } from './actor.ts';
import { onBehalfKept } from './applicant.ts';
import { keptCollection, keptConsignment } from './collection.ts';
import { formKind, plainFormId } from './form.ts';
import { comparedPaper } from './paper-kind.ts';
import { resultChange } from './result-change.ts';
import { returnMethod } from './states.ts';
import { suppliedPaper } from './supplied-paper.ts';
import { plannedTask, taskId } from './task.ts';
import { validUntil } from './valid-until.ts';

const reason = z.string().min(1).max(4000);

const suppliedPapers = z.array(suppliedPaper);

/** The fee settled anew with a supplement; absent where it stays as it was. */
const chargedAnew = {
  amountDue: dong.optional(),
  /** What the amount is made of; absent where it was not made out. */
  bill: bill.optional(),
  /** The reliefs that were claimed, with their evidence. */
  reliefs: z.array(claimedRelief).max(20).optional(),
};

/** The rules a dossier was received under; they stay its rules whatever changes later. */
export const pinnedRules = z.strictObject({
  procedure: procedureCode,
  procedureVersion: z.int().min(1),
  workflowVersion: z.int().min(1),
  workCalendarVersion: z.int().min(1),
  organisationVersion: z.int().min(1),
});

/**
 * The promised date and the basis for recalculating it: limit, start and pauses are in the ledger, the rules are
 * pinned.
 */
const promise = z.strictObject({
  dueAt: instantText,
  dueOn: z.iso.date(),
  alarms: z.strictObject({ dueSoon: instantText, overdue: instantText, escalated: instantText }),
});

const submitted = z.strictObject({
  type: z.literal('submitted'),
  rules: pinnedRules,
  receivingUnit: agencyCode,
  competentUnit: agencyCode,
  channel,
  owner: z.string().max(80),
  applicantDigest: sha256Hex,
  /** Digest of the completed form, salted with the code; left out if there was none. */
  formDigest: sha256Hex.optional(),
  /** Keyed digest of the owner's legal representative; left out in older ledgers. */
  representative: z.string().max(80).optional(),
  onBehalf: onBehalfKept.nullable(),
  components: suppliedPapers,
  returnBy: returnMethod,
  fee: fee.nullable(),
  amountDue: dong.nullable(),
  /** Reliefs that the applicant asks for; absent where none. */
  reliefs: z.array(askedRelief).max(20).optional(),
  portalReference: z.string().max(100).nullable(),
});

/** What happened, by kind. Every kind has only the facts it adds; tasks opened and closed are listed beside it. */
export const eventData = z.discriminatedUnion('type', [
  submitted,
  z.strictObject({
    type: z.literal('accepted'),
    promise,
    clockStartsAt: instantText,
    amountDue: dong.nullable(),
    /** What the amount is made of; absent before December 2026 and where it is the published amount. */
    bill: bill.optional(),
    /** The reliefs that were claimed, with their evidence. */
    reliefs: z.array(claimedRelief).max(20).optional(),
    note: z.string().max(2000).nullable(),
  }),
  z.strictObject({ type: z.literal('declined'), reason }),
  z.strictObject({
    type: z.literal('supplementRequested'),
    stage: z.enum(['intake', 'processing']),
    reason,
    items: z.array(z.string().min(1).max(1000)).min(1).max(50),
    /** The requested papers, by their ids in the procedure. */
    components: z.array(z.string().max(40)).max(100).optional(),
    clock: z.enum(['restart', 'resume']),
    legalBasis: z.string().max(500).nullable(),
    approvedBy: z.string().max(200).nullable(),
    /** Why a paper was asked for that the vault holds. */
    despiteVault: z.string().max(1000).optional(),
    ...chargedAnew,
  }),
  z.strictObject({
    type: z.literal('supplemented'),
    components: suppliedPapers,
    note: z.string().max(2000).nullable(),
    promise: promise.nullable(),
    ...chargedAnew,
  }),
  z.strictObject({ type: z.literal('forwarded'), to: z.string(), note: z.string().max(4000).nullable() }),
  z.strictObject({ type: z.literal('sentBack'), to: z.string(), reason }),
  z.strictObject({
    type: z.literal('proposed'),
    outcome: z.enum(['granted', 'refused']),
    to: z.string(),
    text: z.string().max(8000),
    resultFile: z.string().max(60).nullable(),
    validUntil: validUntil.optional(),
  }),
  z.strictObject({
    type: z.literal('consulted'),
    question: reason,
    consultations: z.array(z.strictObject({ task: taskId, unit: agencyCode })).min(1),
  }),
  z.strictObject({
    type: z.literal('opinionGiven'),
    opinion: reason,
    agrees: z.boolean().nullable(),
    late: z.boolean(),
    /** For an opinion that came after the consultation was closed: the task of the question. */
    task: taskId.optional(),
  }),
  z.strictObject({
    type: z.literal('consultationsClosed'),
    unanswered: z.array(agencyCode),
    reason: z.string().max(4000).nullable(),
  }),
  /** An extension is proposed; the date moves when the apology is signed. */
  z.strictObject({
    type: z.literal('extensionProposed'),
    reason,
    apology: z.string().min(1).max(8000),
    newDueOn: z.iso.date(),
    task: taskId,
  }),
  z.strictObject({ type: z.literal('extensionReturned'), reason }),
  z.strictObject({
    type: z.literal('extended'),
    reason,
    apology: reason,
    promise,
    previousDueAt: instantText,
    signature: signature.optional(),
  }),
  /** The date was recalculated on command: under another version of the work calendar, or with an outage credited. */
  z.strictObject({
    type: z.literal('replanned'),
    reason,
    workCalendarVersion: z.int().min(1),
    outage: z.strictObject({ from: instantText, to: instantText }).nullable(),
    /** The id of the proposed change that ordered it; absent before November 2026. */
    proposedChange: z.string().max(40).optional(),
    previousDueAt: instantText.nullable(),
    promise: promise.nullable(),
  }),
  z.strictObject({ type: z.literal('stopped'), reason }),
  z.strictObject({
    type: z.literal('withdrawn'),
    reason: z.string().max(4000).nullable(),
    /** How the applicant asked for it, if an officer recorded it at the counter. */
    request: z.enum(['spoken', 'written']).optional(),
  }),
  /** The clock is paused on a ground of law/pauses.json, until what it waits for has arrived. */
  z.strictObject({
    type: z.literal('paused'),
    kind: z.string().max(40),
    reason,
    document: z.string().max(500).nullable(),
    clock: z.enum(['restart', 'resume']),
    handling: z.enum(['processing', 'awaitingPayment']),
  }),
  z.strictObject({
    type: z.literal('resumed'),
    document: z.string().max(500),
    note: z.string().max(2000).nullable(),
    promise,
  }),
  z.strictObject({
    type: z.literal('paymentRequested'),
    amount: dong,
    before: z.string(),
    /** The officer who goes on once it is paid, where the step had begun before; by account. */
    resumeWith: z.string().max(100).optional(),
  }),
  z.strictObject({
    type: z.literal('paid'),
    amount: dong,
    /** `online`: a gateway said so. */
    method: z.enum(['cash', 'transfer', 'online']),
    receipt: z.string().max(100).nullable(),
    promise: promise.nullable(),
    /** How much of it went towards the fee; the rest is held. Absent before November 2026: all of it. */
    applied: dong.optional(),
    gateway: gateway.optional(),
    /** The gateway's name for it. */
    transaction: transactionName.optional(),
    /** The request that it answers. */
    reference: paymentReference.optional(),
  }),
  /** The applicant was asked for a payment at a gateway, or by a VietQR code. */
  z.strictObject({
    type: z.literal('paymentOpened'),
    reference: paymentReference,
    gateway,
    amount: dong,
    expiresAt: instantText,
  }),
  /** The request for payment is over, and no money came. */
  z.strictObject({
    type: z.literal('paymentEnded'),
    reference: paymentReference,
    ending: z.enum(['failed', 'expired']),
    /** The gateway's code. */
    code: z.string().max(20).nullable(),
  }),
  /** An officer asks that money goes back (đề nghị hoàn trả): what was paid too much (held), or the fee (received). */
  z.strictObject({
    type: z.literal('refundRequested'),
    refund: z.string().max(40),
    amount: dong,
    of: refundSource,
    reason,
  }),
  /** Another officer decided it. */
  z.strictObject({
    type: z.literal('refundDecided'),
    refund: z.string().max(40),
    approved: z.boolean(),
    reason: z.string().max(4000).nullable(),
  }),
  /** The money went back. `document`: number of the payment order or voucher. */
  z.strictObject({
    type: z.literal('refundPaid'),
    refund: z.string().max(40),
    means: z.enum(['cash', 'transfer']),
    document: z.string().max(100),
  }),
  ...receiptEntries,
  ...landTaxEntries,
  z.strictObject({
    type: z.literal('decided'),
    outcome: z.enum(['granted', 'refused']),
    text: z.string().max(8000),
    resultFile: z.string().max(60).nullable(),
    validUntil: validUntil.optional(),
    timeliness: z.enum(['early', 'onTime', 'late']),
    /** How it was signed; absent where nothing is recorded of the signer. */
    signature: signature.optional(),
  }),
  /** The registry clerk entered the signed document: its number and date, in which register of the agency and year. */
  z.strictObject({
    type: z.literal('resultNumbered'),
    register: z.string().max(40),
    documentNumber: z.string().max(100),
    documentDate: z.iso.date(),
  }),
  z.strictObject({
    type: z.literal('resultIssued'),
    number: z.string().max(60),
    sha256: sha256Hex,
    size: z.int().min(1),
    origin: z.enum(['given', 'rendered']),
    validUntil: validUntil.optional(),
  }),
  z.strictObject({
    type: z.literal('returned'),
    how: returnMethod,
    receivedBy: z.string().max(200).nullable(),
    /** Absent where only a name was recorded, or nothing. */
    collection: keptCollection.optional(),
    /** By post: the number of the consignment. */
    consignment: keptConsignment.optional(),
  }),
  /** The result went to the wrong person. */
  z.strictObject({
    type: z.literal('resultRecalled'),
    reason: z.string().max(1000),
    /** Whether the paper is back at the office. */
    recovered: z.boolean(),
  }),
  /** A recalled result reached its owner. */
  z.strictObject({
    type: z.literal('returnedAgain'),
    how: returnMethod,
    receivedBy: z.string().max(200).nullable(),
    collection: keptCollection.nullable(),
    consignment: keptConsignment.optional(),
  }),
  /** An officer proposes to revoke or correct an issued result; a second person signs it at the task. */
  z.strictObject({ type: z.literal('resultChangeProposed'), ...resultChange.shape, task: taskId }),
  z.strictObject({ type: z.literal('resultChangeReturned'), reason }),
  /** The result no longer holds (thu hồi kết quả). `ground`: a code of law/result-changes.json. */
  z.strictObject({
    type: z.literal('resultRevoked'),
    number: z.string().max(60),
    ground: z.string().max(40),
    reason,
    signature: signature.optional(),
  }),
  /** A correction is signed (đính chính): a new result, made from this content, takes the place of the old one. */
  z.strictObject({
    type: z.literal('correctionSigned'),
    number: z.string().max(60),
    ground: z.string().max(40),
    reason,
    text: z.string().max(8000),
    resultFile: z.string().max(60).nullable(),
    signature: signature.optional(),
  }),
  /** The corrected result exists; the one it replaces no longer holds. */
  z.strictObject({
    type: z.literal('resultReplaced'),
    number: z.string().max(60),
    replaces: z.string().max(60),
    ground: z.string().max(40),
    sha256: sha256Hex,
    size: z.int().min(1),
    origin: z.enum(['given', 'rendered']),
    validUntil: validUntil.optional(),
  }),
  /** An officer found that the digitized copy of a paper says what the paper says (xác nhận bản số hóa). */
  z.strictObject({
    type: z.literal('copyCertified'),
    file: z.string().max(60),
    /** SHA-256 of the file as it was handed in. */
    original: sha256Hex,
    /** SHA-256 of the copy that was compared and is to be sealed. */
    copy: sha256Hex.optional(),
    comparedWith: comparedPaper,
  }),
  /** The agency's seal is on the digitized copy, which lies beside the original. */
  z.strictObject({
    type: z.literal('copySealed'),
    file: z.string().max(60),
    sha256: sha256Hex,
    size: z.int().min(1),
  }),
  /** The copy cannot be sealed: what it was made from bears signatures that do not hold, or no reader opens it. */
  z.strictObject({ type: z.literal('copyNotSealed'), file: z.string().max(60) }),
  /**
   * A unit ended (`ended`), and its successor took over what `from` had of the dossier: units, tasks, current
   * holders.
   */
  z.strictObject({
    type: z.literal('transferred'),
    ended: agencyCode,
    from: agencyCode,
    to: agencyCode,
    receiving: z.boolean(),
    competent: z.boolean(),
    tasks: z.array(z.strictObject({ task: taskId, assignee: z.string().max(100).nullable() })),
    /** The version of the units that says so. */
    organisationVersion: z.int().min(1),
    /** The id of the proposed change that ordered it; absent where the unit's end did. */
    proposedChange: z.string().max(40).optional(),
  }),
  /** Details of the applicant were corrected: which fields, never their content; and the new owner, by keyed digest. */
  z.strictObject({
    type: z.literal('applicantCorrected'),
    reason,
    evidence: z.strictObject({
      file: z.string().max(60).nullable(),
      description: z.string().max(500).nullable(),
    }),
    changed: z.array(z.string().max(200)).min(1).max(100),
    previousDigest: sha256Hex,
    applicantDigest: sha256Hex,
    owner: z.string().max(80),
    representative: z.string().max(80).nullable(),
  }),
  /**
   * An officer has an interest in the dossier, by their own word or their leader's: they have
   * nothing to do with it from now on.
   */
  z.strictObject({
    type: z.literal('interestDeclared'),
    officer: z.string().max(100),
    /** Who the officer is, by keyed digest, as their record says: it holds for every account of theirs. */
    person: z.string().max(80).optional(),
    reason,
    /** Their open tasks, which nobody holds any more. */
    tasks: z.array(taskId),
  }),
  /** Handwriting was taken on a pad for a form: evidence beside the document, no digital signature. */
  z.strictObject({
    type: z.literal('inkSigned'),
    form: plainFormId,
    kind: formKind,
    /** Of the file that was signed, and of the handwriting that is kept. */
    document: sha256Hex,
    ink: sha256Hex,
    means: z.enum(['pad', 'hardware']),
    /** Id of the pad, or serial number of the hardware. */
    device: z.string().max(60),
  }),
  /** It reached the archive of its unit in a batch; kept until a day, or for ever. */
  z.strictObject({
    type: z.literal('archived'),
    batch: z.string().max(40),
    /** A kind of law/archive.json. */
    retention: z.string().max(40),
    years: z.int().min(1).nullable(),
    until: z.iso.date().nullable(),
  }),
  /** Kept beyond its period, and no longer so. */
  z.strictObject({ type: z.literal('legalHoldSet'), reason }),
  z.strictObject({ type: z.literal('legalHoldLifted'), reason }),
  z.strictObject({ type: z.literal('assigned'), task: taskId, assignee: z.string().max(100).nullable() }),
  z.strictObject({
    type: z.literal('alarmRaised'),
    alarm: z.string().max(100),
    level: z.enum(['dueSoon', 'overdue', 'escalated']),
    subject: z.enum(['dossier', 'task']),
    task: taskId.nullable(),
    dueAt: instantText,
  }),
  z.strictObject({
    type: z.literal('executionLost'),
    execution: z.string().max(120),
    status: z.string().max(20),
  }),
  z.strictObject({
    type: z.literal('executionStarted'),
    execution: z.string().max(120),
    round: z.int().min(2),
  }),
]);
export type EventData = z.infer<typeof eventData>;

/** What a closed task was closed with. */
export const taskClosing = z.strictObject({ task: taskId, decision: z.string().max(40) });

/**
 * One entry of the ledger. `hash` is the SHA-256 of the canonical entry without it; `previous` the hash of the entry
 * before.
 */
export const ledgerEvent = z
  .strictObject({
    dossier: dossierCode,
    seq: z.int().min(1),
    at: instantText,
    actor,
    opens: z.array(plannedTask),
    closes: z.array(taskClosing),
    data: eventData,
    previous: sha256Hex,
    hash: sha256Hex,
  })
  .meta({ id: 'LedgerEvent', description: 'Entry of the dossier’s ledger' });
export type LedgerEvent = z.infer<typeof ledgerEvent>;
