import { dateOf } from '../../domain/vietnam-time.ts';
import { keys } from '../../records/keys/keys.ts';
import type { WalkPosition } from '../../records/projections/walk-dossiers.ts';
import type { AuditContext } from './audit-context.ts';
import { type AuditFinding, ledgerFinding } from './audit-finding.ts';

/** Dossiers named at once. */
const PAGE = 500;

/**
 * Numbers of dossiers have no gaps: each that was given out on a day is in the tree of the day on which its ledger
 * begins. On the first anchored day, so is each that was given out before.
 */
export async function auditNumbers(context: AuditContext, day: string): Promise<AuditFinding[]> {
  const first = day === context.firstDay ? await context.firstRecords() : day;
  const found: AuditFinding[] = [];
  for (let at: WalkPosition | undefined = { date: first, passed: 0 }; at && at.date <= day; ) {
    const { codes, next } = await context.walk(at, day, PAGE);
    const anchored = await context.leavesOf(day);
    const others = codes.filter(code => !anchored.has(code));
    for (const code of others) {
      const fault = await faultOfBeginning(context, code);
      if (fault) found.push(ledgerFinding(day, code, { entry: 1, fault }));
    }
    at = next;
  }
  return found;
}

async function faultOfBeginning(
  { items, firstDay, lastDay, leavesOf }: AuditContext,
  code: string,
): Promise<'missing' | 'notAnchored' | undefined> {
  const entry = (await items.get(keys.event(code, 1)))?.['event'] as { readonly at: string } | undefined;
  if (!entry) return 'missing';
  const begun = dateOf(Date.parse(entry.at));
  if (begun > lastDay) return undefined;
  const leaves = await leavesOf(begun < firstDay ? firstDay : begun);
  return leaves.has(code) ? undefined : 'notAnchored';
}
