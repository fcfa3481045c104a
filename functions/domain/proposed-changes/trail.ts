import type { ChangeEntry } from '../../../schemas/api/proposed-change.ts';
import type { ChangeContent, StoredProposedChange } from '../../../schemas/stored/proposed-change.ts';
import { digestOf } from '../canonical-json.ts';
import { GENESIS, sealEvent, verifyChain } from '../ledger/chain.ts';

type Told = Pick<StoredProposedChange, 'kind' | 'preview' | 'basis' | 'proposer'>;

/**
 * What everyone who acted on a proposed change acted on: its content, who asked for it, and
 * the preview they were shown.
 */
export function proposedDigest({ kind, preview, basis, proposer }: Told, content: ChangeContent): string {
  return digestOf({ kind, preview, basis, proposer: proposer ?? null, content });
}

/** The same of those proposed before the digest covered the person: it fits none of the later ones. */
function digestBefore({ kind, preview, basis }: Told, content: ChangeContent): string {
  return digestOf({ kind, preview, basis, content });
}

/** The trail with one more entry, chained by hashes as a dossier's ledger is. */
export function withEntry(
  trail: readonly ChangeEntry[],
  entry: Pick<ChangeEntry, 'at' | 'by' | 'what' | 'content'>,
): ChangeEntry[] {
  const previous = trail.at(-1)?.hash ?? GENESIS;
  return [...trail, sealEvent<ChangeEntry>({ ...entry, seq: trail.length + 1, previous })];
}

/** Whether a proposed change is still what was proposed: its trail unbroken, and about this content. */
export function standsOnTrail(change: StoredProposedChange, content: ChangeContent): boolean {
  const told = change.trail[0]?.content;
  const known = [proposedDigest(change, content), digestBefore(change, content)];
  return (
    told !== undefined &&
    known.includes(told) &&
    verifyChain(change.trail) === undefined &&
    change.trail[0]?.by === change.proposedBy &&
    change.trail.every(entry => entry.content === told)
  );
}
