import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { isCollectable, waitingSince } from '../../domain/results/collection-code.ts';
import { soundLedger } from './demand-sound.ts';
import type { DossierStore } from './dossier-store.ts';

/** The ledger entry since which a result waits at the counter; undefined while none does. */
export async function collectableSince(
  dossiers: Pick<DossierStore, 'events'>,
  head: DossierHead,
): Promise<number | undefined> {
  return isCollectable(head) ? waitingSince(await soundLedger(dossiers, head)) : undefined;
}
