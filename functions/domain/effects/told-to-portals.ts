import type { EventData } from '../../../schemas/dossier/event.ts';
import type { PortalEventKind } from '../../../schemas/outside/cloud-event.ts';

type Kind = EventData['type'];

/**
 * Which entries of a ledger a portal is told of. `null`: what is the office's own (who has a task, what officers write
 * to each other, alarms, the machine), or changes nothing that a portal shows. A new kind of entry must be decided here.
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
  decided: 'decided',
  resultIssued: 'resultIssued',
  returned: 'returned',
  transferred: 'transferred',
  applicantCorrected: 'applicantCorrected',
  assigned: null,
  alarmRaised: null,
  executionLost: null,
  executionStarted: null,
};

/** The kind of event that portals are told of an entry as; undefined for entries that they are not told of. */
export function portalEventKindOf(kind: Kind): PortalEventKind | undefined {
  return told[kind] ?? undefined;
}
