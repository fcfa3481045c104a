import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type {
  DossierCloudEvent,
  PortalEventKind,
  PortalReminder,
} from '../../../schemas/outside/cloud-event.ts';
import { applyEvent } from '../dossier/head.ts';
import { lifecycle } from '../lifecycle/states.ts';
import { reminderOf } from './reminders.ts';
import { portalEventKindOf } from './told-to-portals.ts';

/** What a portal is told about one ledger entry. */
export interface PortalEvent {
  readonly seq: number;
  readonly kind: PortalEventKind;
  readonly event: DossierCloudEvent;
}

/** A ledger read from its beginning: its portal, its last entry, and the events for the portal. */
export interface PortalStory {
  /** The portal that submitted the dossier and receives its events; undefined if no portal did. */
  readonly portal: string | undefined;
  /** The number of the last entry read. */
  readonly seq: number;
  readonly events: readonly PortalEvent[];
}

/**
 * The events of a ledger for its portal, oldest first, each with the resulting state. They depend on the ledger
 * alone: a repeated event is identical.
 */
export function portalStory(ledger: readonly LedgerEvent[], source: string): PortalStory {
  let head: DossierHead | undefined;
  const events: PortalEvent[] = [];
  for (const entry of ledger) {
    head = applyEvent(head, entry);
    const reminder = reminderOf(entry.data, head);
    const kind = reminder ? 'reminder' : portalEventKindOf(entry.data.type);
    if (kind)
      events.push({ seq: entry.seq, kind, event: cloudEvent(entry, { kind, reminder }, head, source) });
  }
  return { portal: head && portalOf(head), seq: head?.version ?? 0, events };
}

/** The portal that submitted a dossier. */
export function portalOf({ submittedBy }: Pick<DossierHead, 'submittedBy'>): string | undefined {
  return submittedBy.startsWith('portal:') ? submittedBy.slice('portal:'.length) : undefined;
}

function cloudEvent(
  { dossier, seq, at }: LedgerEvent,
  { kind, reminder }: { readonly kind: PortalEventKind; readonly reminder: PortalReminder | undefined },
  head: DossierHead,
  source: string,
): DossierCloudEvent {
  return {
    specversion: '1.0',
    id: `${dossier}/${seq}`,
    source,
    type: `vn.motcua.dossier.${kind}`,
    subject: dossier,
    time: at,
    sequence: String(seq).padStart(6, '0'),
    datacontenttype: 'application/json',
    data: {
      dossier,
      version: seq,
      event: kind,
      portalReference: head.portalReference,
      handling: head.handling,
      nationalStatus: lifecycle[head.handling].nationalCode,
      money: head.money,
      delivery: head.delivery,
      dueAt: head.dueAt,
      dueOn: head.dueOn,
      outcome: head.outcome,
      ...(reminder && { reminder }),
    },
  };
}
