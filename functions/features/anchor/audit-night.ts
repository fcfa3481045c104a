import type { StoredAudit } from '../../../schemas/stored/anchor.ts';
import { daysDue } from '../../domain/anchor/audit-days.ts';
import { type AuditDeps, auditContext } from './audit-context.ts';
import { auditDay } from './audit-day.ts';
import type { AuditFinding } from './audit-finding.ts';
import type { AuditProgress } from './audit-progress.ts';

export interface NightDeps extends AuditDeps {
  readonly progress: AuditProgress;
  /** Tells the operator, and has a dossier held whose ledger it is about. */
  readonly tell: (finding: AuditFinding, night: string) => Promise<void>;
  readonly nearlyOver: () => boolean;
}

export interface NightReport {
  readonly looked: number;
  readonly found: number;
  /** Whether everything due was looked at. */
  readonly done: boolean;
}

/**
 * Continues the audit of the anchored days that are due since it was last done. It stops when time is nearly over, or
 * when another run has overtaken it; the next run continues.
 */
export async function auditNight(deps: NightDeps, newest: string): Promise<NightReport> {
  const report = { looked: 0, found: 0 };
  let before = await deps.progress.read();
  if (before?.done === newest && before.night === null) return { ...report, done: true };
  const [first = newest] = await deps.archive.days();
  const night = before?.night ?? newest;
  const context = auditContext(deps, first, newest);
  const advance = async (after: Omit<StoredAudit, 'version'>) => {
    const next = { ...after, version: (before?.version ?? 0) + 1 };
    const kept = await deps.progress.advance(before, next);
    before = next;
    return kept === 'kept';
  };
  const done = before?.done ?? null;
  const from = before?.night ? before.day : null;
  for (const day of daysDue(first, night, done ?? undefined).filter(due => due >= (from ?? due))) {
    for await (const slice of auditDay(context, day, day === from ? (before?.passed ?? 0) : 0)) {
      for (const finding of slice.found) await deps.tell(finding, night);
      report.looked += slice.looked;
      report.found += slice.found.length;
      const place = { done, night, day, passed: slice.passed };
      if (!(await advance(place)) || deps.nearlyOver()) return { ...report, done: false };
    }
  }
  await advance({ done: night, night: null, day: null, passed: 0 });
  return { ...report, done: true };
}
