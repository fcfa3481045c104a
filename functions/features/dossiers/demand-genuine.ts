import type { StoredResult } from '../../../schemas/stored/result.ts';
import { faultOfResult } from '../../domain/ledger/result-fits.ts';
import { ledgerBroken } from '../../records/commands/ledger-broken.ts';
import { demandSound, soundLedger } from '../../records/dossiers/demand-sound.ts';
import type { ReadingDeps } from './deps.ts';

/**
 * Nobody is told that a result is genuine because the register says so: the dossier's ledger must have issued it, as it
 * is entered, and the store must hold the file of that hash.
 */
export async function demandGenuine(
  deps: Pick<ReadingDeps, 'dossiers' | 'results'>,
  entry: StoredResult,
): Promise<void> {
  const found = await deps.dossiers.find(entry.dossier);
  if (!found) throw ledgerBroken(entry.dossier, { entry: 0, fault: 'registerDiffers' });
  const [, events, stored] = await Promise.all([
    demandSound(deps.dossiers, found),
    soundLedger(deps.dossiers, found.head),
    deps.results.storedHash(entry),
  ]);
  const fault = faultOfResult(entry, events);
  if (fault) throw ledgerBroken(entry.dossier, fault);
  if (stored !== entry.sha256)
    throw ledgerBroken(entry.dossier, { entry: found.head.version, fault: 'fileDiffers' });
}
