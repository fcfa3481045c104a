import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { LedgerFault } from '../../domain/ledger/standing.ts';
import { ledgerBroken } from '../commands/ledger-broken.ts';
import type { DossierStore } from './dossier-store.ts';

/** What a comparison with the ledger read, or the fault it found. */
export type Compared<T> = { readonly value: T } | { readonly fault: LedgerFault };

/** The head of a dossier that was changed since it was read: what was read beside it may be of another instant. */
export async function movedTo(
  dossiers: Pick<DossierStore, 'find'>,
  { code, version, lastHash }: DossierHead,
): Promise<DossierHead | undefined> {
  const now = (await dossiers.find(code))?.head;
  return now && (now.version !== version || now.lastHash !== lastHash) ? now : undefined;
}

/**
 * Holds what is stored beside a ledger against it. The two are read a moment apart: where they differ and the dossier
 * was changed meanwhile, nothing is broken, and both are read again. Every round more needs a change of its own.
 * @throws ProblemError `ledger-broken` where they differ and nothing moved.
 */
export async function compareStill<T>(
  dossiers: Pick<DossierStore, 'find'>,
  from: DossierHead,
  compare: (head: DossierHead) => Promise<Compared<T>>,
): Promise<T> {
  let head = from;
  for (;;) {
    const compared = await compare(head);
    if ('value' in compared) return compared.value;
    const moved = await movedTo(dossiers, head);
    if (!moved) throw ledgerBroken(head.code, compared.fault);
    head = moved;
  }
}
