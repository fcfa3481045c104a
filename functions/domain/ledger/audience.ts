import type { readersOfEntries } from '../../../law/rights/readers-of-entries.ts';
import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import { landAudiences } from './land-audiences.ts';
import { receiptAudiences } from './receipt-audiences.ts';

/** Who is shown a member of a ledger entry. */
export type Audience = keyof typeof readersOfEntries;

type DataOf<T extends EventData['type']> = Extract<EventData, { type: T }>;

type Audiences = {
  readonly [T in EventData['type']]: {
    readonly [Member in Exclude<keyof DataOf<T>, 'type'>]-?: Audience;
  };
};

/**
 * Every member of every kind of entry. Internal notes of officers (notes, reasons for sending back, proposals before
 * the decision, questions and opinions) are separate from what the applicant is told (reasons, supplements,
 * apologies, decisions).
 */
export const audiences: Audiences = {
  submitted: {
    rules: 'everybody',
    receivingUnit: 'everybody',
    competentUnit: 'everybody',
    channel: 'everybody',
    owner: 'everybody',
    representative: 'everybody',
    applicantDigest: 'everybody',
    formDigest: 'everybody',
    onBehalf: 'everybody',
    components: 'everybody',
    returnBy: 'everybody',
    fee: 'everybody',
    amountDue: 'everybody',
    reliefs: 'everybody',
    portalReference: 'everybody',
  },
  accepted: {
    promise: 'everybody',
    clockStartsAt: 'everybody',
    amountDue: 'everybody',
    bill: 'everybody',
    reliefs: 'everybody',
    note: 'handlers',
  },
  declined: { reason: 'everybody' },
  supplementRequested: {
    stage: 'everybody',
    reason: 'everybody',
    items: 'everybody',
    components: 'everybody',
    clock: 'everybody',
    legalBasis: 'everybody',
    approvedBy: 'everybody',
    despiteVault: 'everybody',
    amountDue: 'everybody',
    bill: 'everybody',
    reliefs: 'everybody',
  },
  supplemented: {
    components: 'everybody',
    note: 'writersOwn',
    promise: 'everybody',
    amountDue: 'everybody',
    bill: 'everybody',
    reliefs: 'everybody',
  },
  forwarded: { to: 'everybody', note: 'handlers' },
  sentBack: { to: 'everybody', reason: 'handlers' },
  proposed: {
    outcome: 'handlers',
    to: 'everybody',
    text: 'handlers',
    resultFile: 'handlers',
    validUntil: 'handlers',
  },
  consulted: { question: 'officers', consultations: 'everybody' },
  opinionGiven: { opinion: 'handlers', agrees: 'handlers', late: 'everybody', task: 'everybody' },
  consultationsClosed: { unanswered: 'everybody', reason: 'handlers' },
  extensionProposed: {
    reason: 'handlers',
    apology: 'handlers',
    newDueOn: 'handlers',
    task: 'everybody',
  },
  extensionReturned: { reason: 'handlers' },
  paused: {
    kind: 'everybody',
    reason: 'everybody',
    document: 'everybody',
    clock: 'everybody',
    handling: 'everybody',
  },
  resumed: { document: 'everybody', note: 'handlers', promise: 'everybody' },
  extended: {
    reason: 'everybody',
    apology: 'everybody',
    promise: 'everybody',
    previousDueAt: 'everybody',
    signature: 'everybody',
  },
  replanned: {
    reason: 'everybody',
    workCalendarVersion: 'everybody',
    outage: 'everybody',
    proposedChange: 'officers',
    previousDueAt: 'everybody',
    promise: 'everybody',
  },
  stopped: { reason: 'everybody' },
  withdrawn: { reason: 'everybody', request: 'everybody' },
  paymentRequested: { amount: 'everybody', before: 'everybody', resumeWith: 'accounts' },
  paid: {
    amount: 'everybody',
    method: 'everybody',
    receipt: 'everybody',
    promise: 'everybody',
    applied: 'everybody',
    gateway: 'everybody',
    transaction: 'everybody',
    reference: 'everybody',
  },
  paymentOpened: {
    reference: 'everybody',
    gateway: 'everybody',
    amount: 'everybody',
    expiresAt: 'everybody',
  },
  paymentEnded: { reference: 'everybody', ending: 'everybody', code: 'handlers' },
  refundRequested: { refund: 'everybody', amount: 'everybody', of: 'everybody', reason: 'everybody' },
  refundDecided: { refund: 'everybody', approved: 'everybody', reason: 'everybody' },
  refundPaid: { refund: 'everybody', means: 'everybody', document: 'everybody' },
  ...receiptAudiences,
  ...landAudiences,
  decided: {
    outcome: 'everybody',
    text: 'everybody',
    resultFile: 'everybody',
    validUntil: 'everybody',
    timeliness: 'everybody',
    signature: 'everybody',
  },
  resultNumbered: { register: 'everybody', documentNumber: 'everybody', documentDate: 'everybody' },
  resultIssued: {
    number: 'everybody',
    sha256: 'everybody',
    size: 'everybody',
    origin: 'everybody',
    validUntil: 'everybody',
  },
  returned: { how: 'everybody', receivedBy: 'everybody', collection: 'everybody', consignment: 'everybody' },
  resultRecalled: { reason: 'everybody', recovered: 'everybody' },
  returnedAgain: {
    how: 'everybody',
    receivedBy: 'everybody',
    collection: 'everybody',
    consignment: 'everybody',
  },
  resultChangeProposed: {
    kind: 'handlers',
    ground: 'handlers',
    reason: 'handlers',
    text: 'handlers',
    resultFile: 'handlers',
    task: 'everybody',
  },
  resultChangeReturned: { reason: 'handlers' },
  resultRevoked: { number: 'everybody', ground: 'everybody', reason: 'everybody', signature: 'everybody' },
  correctionSigned: {
    number: 'everybody',
    ground: 'everybody',
    reason: 'everybody',
    text: 'everybody',
    resultFile: 'everybody',
    signature: 'everybody',
  },
  copyCertified: { file: 'everybody', original: 'everybody', copy: 'everybody', comparedWith: 'everybody' },
  copySealed: { file: 'everybody', sha256: 'everybody', size: 'everybody' },
  copyNotSealed: { file: 'everybody' },
  resultReplaced: {
    number: 'everybody',
    replaces: 'everybody',
    ground: 'everybody',
    sha256: 'everybody',
    size: 'everybody',
    origin: 'everybody',
    validUntil: 'everybody',
  },
  transferred: {
    ended: 'everybody',
    from: 'everybody',
    to: 'everybody',
    receiving: 'everybody',
    competent: 'everybody',
    tasks: 'accounts',
    organisationVersion: 'everybody',
    proposedChange: 'officers',
  },
  applicantCorrected: {
    reason: 'everybody',
    evidence: 'everybody',
    changed: 'everybody',
    previousDigest: 'everybody',
    applicantDigest: 'everybody',
    owner: 'everybody',
    representative: 'everybody',
  },
  interestDeclared: { officer: 'officers', person: 'handlers', reason: 'handlers', tasks: 'officers' },
  inkSigned: {
    form: 'everybody',
    kind: 'everybody',
    document: 'everybody',
    ink: 'everybody',
    means: 'everybody',
    device: 'everybody',
  },
  archived: { batch: 'everybody', retention: 'everybody', years: 'everybody', until: 'everybody' },
  legalHoldSet: { reason: 'officers' },
  legalHoldLifted: { reason: 'officers' },
  assigned: { task: 'everybody', assignee: 'accounts' },
  alarmRaised: {
    alarm: 'everybody',
    level: 'everybody',
    subject: 'everybody',
    task: 'everybody',
    dueAt: 'everybody',
  },
  executionLost: { execution: 'everybody', status: 'everybody' },
  executionStarted: { execution: 'everybody', round: 'everybody' },
};

/** Kinds whose author is told to officers only, whatever became of the dossier: who declares is who is concerned. */
export const authorsForOfficers: ReadonlySet<LedgerEvent['data']['type']> = new Set(['interestDeclared']);

/** Kinds whose closed task would reveal by its decision (approve, refuse) what the entry itself withholds. */
export const closingsForHandlers: ReadonlySet<LedgerEvent['data']['type']> = new Set(['proposed']);
