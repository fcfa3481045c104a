import { dossierAudits, type Evidence } from '../audits.ts';
import type { Finding } from '../findings.ts';
import type { Books } from './books.ts';
import { moneyAudits } from './money-audits.ts';

export const FOR_EVER = 'no request is open, or asked about, for ever';

/** Of the audits of every killed host, those that need nothing but what is kept. */
const KEPT = [
  'every ledger’s chain is whole',
  'every head equals the replay of its ledger',
  'the task list shows the head’s open tasks and no others',
  'every open dossier waits on its task with a live token',
];

/** The sentences that are held to what is kept, of money and of dossiers. */
export const SENTENCES: readonly string[] = [...Object.keys(moneyAudits), FOR_EVER, ...KEPT];

/** All that is not as it should be. */
export function findingsIn(books: Books): Finding[] {
  const { dossiers } = books;
  const snapshot = { now: 0, dossiers, counters: new Map(), results: new Map(), executions: new Map() };
  const evidence: Evidence = { acknowledged: [], alarmGrace: 0, outages: [] };
  const ofMoney = Object.entries(moneyAudits).map(([audit, look]) => [audit, look(books)] as const);
  const ofDossiers = KEPT.map(
    audit => [audit, dossierAudits[audit]?.(snapshot, evidence) ?? ['no such audit']] as const,
  );
  return [...ofMoney, ...ofDossiers].flatMap(([audit, found]) => found.map(what => ({ audit, what })));
}
