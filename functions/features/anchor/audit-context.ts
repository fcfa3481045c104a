import { readLedgerLeaf } from '../../domain/anchor/leaves.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { Items } from '../../kernel/table/items.ts';
import type { DossierWalk } from '../../records/projections/dossier-walk.ts';
import type { Archive } from './archive.ts';

export interface AuditDeps extends DossierWalk {
  readonly items: Items;
  readonly archive: Archive;
  readonly province: string;
  /** The keys that are trusted to have signed. */
  readonly publicKeys: readonly string[];
  readonly now: () => Instant;
}

/** What an audit holds the records against. */
export interface AuditContext extends AuditDeps {
  /** The first and the last anchored day. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** How far each ledger in a day's tree had grown. */
  readonly leavesOf: (day: string) => Promise<ReadonlyMap<string, number>>;
}

/**
 * How many days' leaves are kept in memory. All of half a year, at 20,000 dossiers a day, would take about half a
 * gigabyte.
 */
const DAYS_IN_MEMORY = 40;

export function auditContext(deps: AuditDeps, firstDay: string, lastDay: string): AuditContext {
  const known = new Map<string, Promise<ReadonlyMap<string, number>>>();
  const read = async (day: string) => {
    const lines = (await deps.archive.leaves(day, 'ledgers')) ?? [];
    const leaves = lines.map(readLedgerLeaf).filter(leaf => leaf !== undefined);
    return new Map(leaves.map(({ code, seq }) => [code, seq]));
  };
  return {
    ...deps,
    firstDay,
    lastDay,
    leavesOf(day) {
      const found = known.get(day) ?? read(day);
      // The one that was asked for longest ago goes first.
      known.delete(day);
      known.set(day, found);
      for (const oldest of known.keys()) if (known.size > DAYS_IN_MEMORY) known.delete(oldest);
      return found;
    },
  };
}
