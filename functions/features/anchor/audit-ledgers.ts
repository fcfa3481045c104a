import { type AnchoredEntry, faultOfLeaf } from '../../domain/anchor/check-leaf.ts';
import { type LedgerLeaf, readLedgerLeaf } from '../../domain/anchor/leaves.ts';
import type { LedgerFault } from '../../domain/ledger/standing.ts';
import { dateOf, endOfDay, startOfDay } from '../../domain/vietnam-time.ts';
import { keys } from '../../records/keys/keys.ts';
import type { AuditContext } from './audit-context.ts';
import { type AuditFinding, ledgerFinding } from './audit-finding.ts';
import { entriesBack } from './ledger-entries.ts';

/** Holds the ledgers as they are now against the leaves of a day. */
export async function auditLedgers(
  context: AuditContext,
  day: string,
  lines: readonly string[],
): Promise<AuditFinding[]> {
  const leaves = lines.map(readLedgerLeaf).filter(leaf => leaf !== undefined);
  // Read before the ledgers: a head that moves meanwhile has entries of its own.
  const versions = await headVersions(
    context,
    leaves.map(({ code }) => code),
  );
  const looked = leaves.map(async (leaf): Promise<AuditFinding[]> => {
    const fault = await auditLedger(context, day, leaf, versions(leaf.code));
    return fault ? [ledgerFinding(day, leaf.code, fault)] : [];
  });
  return (await Promise.all(looked)).flat();
}

async function headVersions({ items }: AuditContext, codes: readonly string[]) {
  const find = await items.fetch(
    codes.map(code => keys.head(code)),
    'head',
    ['version'],
  );
  return (code: string): number | undefined => {
    const head = find(keys.head(code))?.['head'] as { readonly version?: number } | undefined;
    return head?.version;
  };
}

async function auditLedger(
  context: AuditContext,
  day: string,
  leaf: LedgerLeaf,
  version: number | undefined,
): Promise<LedgerFault | undefined> {
  const ends = endOfDay(day);
  const from = day === context.firstDay ? undefined : startOfDay(day);
  const entries = await entriesBack(context.items, leaf.code, { upTo: leaf.seq + 1, from });
  const upTo = entries.filter(({ seq }) => seq <= leaf.seq);
  const next = entries.find(({ seq }) => seq === leaf.seq + 1);
  return (
    faultOfLeaf(leaf, { upTo, next, version }, ends) ??
    (next && (await faultOfNext(context, leaf.code, next)))
  );
}

/** An entry of a later day that was anchored too, and without it, was put in behind the back of that day. */
async function faultOfNext(
  { lastDay, leavesOf }: AuditContext,
  code: string,
  next: AnchoredEntry,
): Promise<LedgerFault | undefined> {
  const day = dateOf(Date.parse(next.at));
  if (day > lastDay) return undefined;
  const anchored = (await leavesOf(day)).get(code) ?? 0;
  return anchored >= next.seq ? undefined : { entry: next.seq, fault: 'notAnchored' };
}
