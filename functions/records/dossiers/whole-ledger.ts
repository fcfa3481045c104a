import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { DossierStore } from './dossier-store.ts';

/** Entries requested at once; the table may return fewer. */
const PAGE = 500;

/** The ledger of a dossier up to its head, oldest entry first. */
export async function wholeLedger(
  dossiers: Pick<DossierStore, 'events'>,
  head: Pick<DossierHead, 'code' | 'version'>,
): Promise<LedgerEvent[]> {
  const events: LedgerEvent[] = [];
  while (events.length < head.version) {
    const page = await dossiers.events(head.code, events.length, PAGE);
    if (page.length === 0) break;
    events.push(...page);
  }
  return events;
}
