import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { deliveryState, handlingState, moneyState } from '../dossier/states.ts';
import { instantText } from '../instant.ts';

/**
 * The kinds of events sent to portals, by the kind of ledger entry; `reminder` is an alarm of a wait for the applicant.
 * `ping` only tests the connection.
 */
export const portalEventKind = z
  .enum([
    'submitted',
    'accepted',
    'declined',
    'supplementRequested',
    'supplemented',
    'paused',
    'resumed',
    'extended',
    'replanned',
    'transferred',
    'stopped',
    'withdrawn',
    'paymentRequested',
    'paid',
    'paymentEnded',
    'refundRequested',
    'refundDecided',
    'refundPaid',
    'decided',
    'resultIssued',
    'returned',
    'resultRecalled',
    'returnedAgain',
    'resultRevoked',
    'resultReplaced',
    'applicantCorrected',
    'reminder',
  ])
  .meta({ id: 'PortalEventKind', description: 'Kind of event of a dossier (loại sự kiện hồ sơ)' });
export type PortalEventKind = z.infer<typeof portalEventKind>;

/** The waits that an applicant is reminded of: for the fee, a supplement, the collection of a result. */
export const reminded = z.enum(['payment', 'supplement', 'collection']);

const portalReminder = z.strictObject({
  of: reminded,
  /** `dueSoon` before the limit, `overdue` when it has passed, `escalated` some days later. */
  level: z.enum(['dueSoon', 'overdue', 'escalated']),
  /** The limit (RFC 3339). */
  before: instantText,
});
export type PortalReminder = z.infer<typeof portalReminder>;

/** The state of the dossier after the event. No personal data: portals read the dossier for more. */
export const portalEventData = z.strictObject({
  dossier: dossierCode,
  /** The version after the event: one with an older version arrived late. */
  version: z.int().min(1),
  event: portalEventKind,
  portalReference: z.string().nullable(),
  handling: handlingState,
  nationalStatus: z.int(),
  money: moneyState,
  delivery: deliveryState,
  dueAt: instantText.nullable(),
  dueOn: z.iso.date().nullable(),
  outcome: z.enum(['granted', 'refused']).nullable(),
  /** With the event `reminder` only. */
  reminder: portalReminder.optional(),
});

const context = {
  specversion: z.literal('1.0'),
  /** The same for every repeat: dossier and ledger entry. */
  id: z.string(),
  source: z.string(),
  time: instantText,
  datacontenttype: z.literal('application/json'),
} as const;

/** An event of a dossier as portals get it: CloudEvents 1.0 in JSON, with the extension `sequence`. */
export const dossierCloudEvent = z
  .strictObject({
    ...context,
    type: z.string().regex(/^vn\.motcua\.dossier\.[A-Za-z]+$/),
    subject: dossierCode,
    /** The entry's number in its dossier, as text that sorts in order. */
    sequence: z.string().regex(/^\d{6}$/),
    data: portalEventData,
  })
  .meta({ id: 'DossierEvent', description: 'An event of a dossier, as CloudEvents 1.0' });
export type DossierCloudEvent = z.infer<typeof dossierCloudEvent>;

/** A test event: nothing happened. */
export const pingCloudEvent = z.strictObject({
  ...context,
  type: z.literal('vn.motcua.ping'),
  data: z.strictObject({ subscription: z.string() }),
});
export type PingCloudEvent = z.infer<typeof pingCloudEvent>;
