import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { verifyChain } from '../../domain/ledger/chain.ts';
import { faultOfLedger } from '../../domain/ledger/standing.ts';
import { ledgerBroken } from '../commands/ledger-broken.ts';
import type { DossierStore } from './dossier-store.ts';
import { wholeLedger } from './whole-ledger.ts';

/**
 * Refuses to show a dossier that does not stand on its ledger. One that somebody changes at this moment is shown as it
 * was: it was sound when that change was decided.
 */
export async function demandSound(
  dossiers: Pick<DossierStore, 'standing'>,
  found: Parameters<DossierStore['standing']>[0],
): Promise<void> {
  const standing = await dossiers.standing(found);
  if (standing !== 'sound' && standing !== 'moved') throw ledgerBroken(found.head.code, standing);
}

/** The ledger of a dossier up to its head, oldest entry first, every entry checked. */
export async function soundLedger(
  dossiers: Pick<DossierStore, 'events'>,
  head: DossierHead,
): Promise<LedgerEvent[]> {
  const events = (await wholeLedger(dossiers, head)).slice(0, head.version);
  const fault = faultOfLedger(head, events);
  if (fault) throw ledgerBroken(head.code, fault);
  return events;
}

/** A page of a ledger after an entry, each entry checked, and that each follows on the one before. */
export async function soundPage(
  dossiers: Pick<DossierStore, 'events'>,
  { code }: Pick<DossierHead, 'code'>,
  after: number,
  limit: number,
): Promise<LedgerEvent[]> {
  const events = await dossiers.events(code, after, limit);
  const broken = verifyChain(events, after);
  if (broken) throw ledgerBroken(code, { entry: broken.seq, fault: broken.fault });
  return events;
}
