import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { deliveryState, handlingState, moneyState } from '../dossier/states.ts';
import { instantText } from '../instant.ts';

/** The kinds of events that portals are told of, by the kind of the ledger's entry; `ping` only tests the way. */
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
    'decided',
    'resultIssued',
    'returned',
    'applicantCorrected',
  ])
  .meta({ id: 'PortalEventKind', description: 'Kind of event of a dossier (loại sự kiện hồ sơ)' });
export type PortalEventKind = z.infer<typeof portalEventKind>;

/** How the dossier stood once the event had happened. No personal data: who wants more reads the dossier. */
export const portalEventData = z.strictObject({
  dossier: dossierCode,
  /** The version the event led to: what is told of an older one came late. */
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
});

const context = {
  specversion: z.literal('1.0'),
  /** The same at every repeat: dossier and entry of its ledger. */
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
    /** The entry's number in its dossier, as text whose order is that of the entries. */
    sequence: z.string().regex(/^\d{6}$/),
    data: portalEventData,
  })
  .meta({ id: 'DossierEvent', description: 'An event of a dossier, as CloudEvents 1.0' });
export type DossierCloudEvent = z.infer<typeof dossierCloudEvent>;

/** The event of a test: nothing happened. */
export const pingCloudEvent = z.strictObject({
  ...context,
  type: z.literal('vn.motcua.ping'),
  data: z.strictObject({ subscription: z.string() }),
});
export type PingCloudEvent = z.infer<typeof pingCloudEvent>;
