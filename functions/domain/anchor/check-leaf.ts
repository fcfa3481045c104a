import type { CaseEvent } from '../cases/case-kind.ts';
import { verifyChain } from '../ledger/chain.ts';
import type { LedgerFault } from '../ledger/standing.ts';
import type { LedgerLeaf } from './leaves.ts';

/** An entry of a dossier's ledger, as far as the anchor looks at it. */
export interface AnchoredEntry extends CaseEvent {
  readonly dossier: string;
  readonly at: string;
}

/** What is there of a ledger by now, around the entry that a leaf names. */
export interface LedgerNow {
  /** Entries up to the leaf's, oldest first, beginning with the last one before the leaf's day (if there is one). */
  readonly upTo: readonly AnchoredEntry[];
  /** The entry after the leaf's, if there is one. */
  readonly next: AnchoredEntry | undefined;
  /** How many entries the head counts; undefined where there is no head. */
  readonly version: number | undefined;
}

/**
 * Whether a ledger still is what was anchored: the entry is there with its hash, so are those of its day, each
 * naming the one before, and the head has not been set back. What was before the day, an earlier leaf vouches for.
 * `ends` is the end of the leaf's day: an entry of the same day that comes after the anchored one was put in later.
 */
export function faultOfLeaf(
  leaf: LedgerLeaf,
  { upTo, next, version }: LedgerNow,
  ends: number,
): LedgerFault | undefined {
  const last = upTo.at(-1);
  if (last?.seq !== leaf.seq) return { entry: leaf.seq, fault: 'missing' };
  if (last.hash !== leaf.hash || last.dossier !== leaf.code)
    return { entry: leaf.seq, fault: 'anchorDiffers' };
  const broken = verifyChain(upTo, (upTo[0]?.seq ?? 1) - 1);
  if (broken) return { entry: broken.seq, fault: broken.fault };
  if (version === undefined || version < leaf.seq) return { entry: leaf.seq, fault: 'headBehind' };
  if (version > leaf.seq && !next) return { entry: leaf.seq + 1, fault: 'missing' };
  if (next && Date.parse(next.at) < ends) return { entry: next.seq, fault: 'notAnchored' };
  return undefined;
}
