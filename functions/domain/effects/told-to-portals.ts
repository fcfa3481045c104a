import type { EventData } from '../../../schemas/dossier/event.ts';
import type { PortalEventKind } from '../../../schemas/outside/cloud-event.ts';

type Kind = EventData['type'];

/**
 * Which ledger entries are reported to portals. `null`: internal to the office (who has a task, officers' notes, alarms
 * but for reminders, the machine), or without a change that a portal shows. A new kind of entry must be decided here.
 */
const told: { readonly [K in Kind]: K extends PortalEventKind ? K : null } = {
  submitted: 'submitted',
  accepted: 'accepted',
  declined: 'declined',
  supplementRequested: 'supplementRequested',
  supplemented: 'supplemented',
  forwarded: null,
  sentBack: null,
  proposed: null,
  consulted: null,
  opinionGiven: null,
  consultationsClosed: null,
  extensionProposed: null,
  extensionReturned: null,
  extended: 'extended',
  replanned: 'replanned',
  paused: 'paused',
  resumed: 'resumed',
  stopped: 'stopped',
  withdrawn: 'withdrawn',
  paymentRequested: 'paymentRequested',
  paid: 'paid',
  paymentOpened: null,
  paymentEnded: 'paymentEnded',
  refundRequested: 'refundRequested',
  refundDecided: 'refundDecided',
  refundPaid: 'refundPaid',
  // Portals read the receipts of a dossier when they show what was paid.
  receiptIssued: null,
  receiptCorrectionRequested: null,
  receiptCorrectionDecided: null,
  receiptRequested: null,
  receiptRefused: null,
  receiptRetried: null,
  // That the dossier waits, and goes on, they are told by the pauses; what is owed the treasury is the citizen's
  // matter.
  landSlipSent: null,
  landSlipRefused: null,
  landNoticeReceived: null,
  landNoticeWithdrawn: null,
  landTaxPaid: null,
  decided: 'decided',
  resultNumbered: null,
  resultIssued: 'resultIssued',
  returned: 'returned',
  resultRecalled: 'resultRecalled',
  returnedAgain: 'returnedAgain',
  resultChangeProposed: null,
  resultChangeReturned: null,
  resultRevoked: 'resultRevoked',
  correctionSigned: null,
  resultReplaced: 'resultReplaced',
  copyCertified: null,
  copySealed: null,
  copyNotSealed: null,
  transferred: 'transferred',
  applicantCorrected: 'applicantCorrected',
  interestDeclared: null,
  inkSigned: null,
  archived: null,
  legalHoldSet: null,
  legalHoldLifted: null,
  assigned: null,
  // Told as a reminder where the wait is for the applicant.
  alarmRaised: null,
  executionLost: null,
  executionStarted: null,
};

/** The kind of event that portals get for an entry; undefined for entries not reported to them. */
export function portalEventKindOf(kind: Kind): PortalEventKind | undefined {
  return told[kind] ?? undefined;
}
