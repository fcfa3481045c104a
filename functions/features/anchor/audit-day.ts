import { faultsOfDay } from '../../domain/anchor/check-day.ts';
import { addDays } from '../../domain/vietnam-time.ts';
import type { AuditContext } from './audit-context.ts';
import type { AuditFinding } from './audit-finding.ts';
import { auditLedgers } from './audit-ledgers.ts';
import { auditNumbers } from './audit-numbers.ts';
import { auditReads } from './audit-reads.ts';
import { auditResults } from './audit-results.ts';

/** What one look at a day found, and how far the audit of the day is by now. */
export interface AuditSlice {
  readonly day: string;
  readonly found: readonly AuditFinding[];
  /** Ledgers looked at in this slice. */
  readonly looked: number;
  /** How much of the day is done: 1 for what is not a ledger, and 1 for each ledger. */
  readonly passed: number;
  /** How many ledgers the day has. */
  readonly size: number;
}

/** Ledgers, and entries of the register, read at once. */
const SLICE = 100;

/**
 * Holds everything there is now against an anchored day, slice by slice: first the statement in the chain of days, the
 * register, the access records and the numbers given out, then the ledgers. `passed` is what an earlier run did.
 */
export async function* auditDay(context: AuditContext, day: string, passed = 0): AsyncGenerator<AuditSlice> {
  const stored = await context.archive.stored(day);
  const { ledgers = [], reads = [], results = [] } = stored.leaves;
  const size = ledgers.length;
  if (passed === 0) {
    const before = (await context.archive.signed(addDays(day, -1)))?.statement;
    const faults = faultsOfDay(stored, { ...context, day, before, first: day === context.firstDay });
    const found = faults.map((detail): AuditFinding => ({ day, name: day, detail }));
    for (let at = 0; at < results.length; at += SLICE)
      found.push(...(await auditResults(context, day, results.slice(at, at + SLICE))));
    found.push(...(await auditReads(context, day, reads)), ...(await auditNumbers(context, day)));
    yield { day, found, looked: 0, passed: 1, size };
  }
  for (let at = Math.max(0, passed - 1); at < size; at += SLICE) {
    const lines = ledgers.slice(at, at + SLICE);
    const found = await auditLedgers(context, day, lines);
    yield { day, found, looked: lines.length, passed: 1 + at + lines.length, size };
  }
}
