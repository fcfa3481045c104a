import type { StoredResult } from '../../../schemas/stored/result.ts';
import { faultOfResult } from '../../domain/ledger/result-fits.ts';
import { ledgerBroken } from '../../records/commands/ledger-broken.ts';
import { compareStill } from '../../records/dossiers/compare-still.ts';
import { demandSound, soundLedger } from '../../records/dossiers/demand-sound.ts';
import type { ReadingDeps } from './deps.ts';

const nowhere = { entry: 0, fault: 'registerDiffers' } as const;

/**
 * Nobody is told that a result is genuine because the register says so: the dossier's ledger must have issued it, as it
 * is entered, and the store must hold the file of that hash. Returns the entry that the ledger vouches for: a later
 * reading than the one given, where the result was changed meanwhile.
 */
export async function demandGenuine(
  deps: Pick<ReadingDeps, 'dossiers' | 'results'>,
  given: StoredResult,
): Promise<StoredResult> {
  const { dossiers, results } = deps;
  const found = await dossiers.find(given.dossier);
  if (!found) throw ledgerBroken(given.dossier, nowhere);
  const [, stored, entry] = await Promise.all([
    demandSound(dossiers, found),
    results.storedHash(given),
    compareStill(dossiers, found.head, async head => {
      const ledger = await soundLedger(dossiers, head);
      if (!faultOfResult(given, ledger)) return { value: given };
      // The one given was read before the head.
      const entry = await results.find(given.number);
      const fault = faultOfResult(entry, ledger);
      return entry && !fault ? { value: entry } : { fault: fault ?? nowhere };
    }),
  ]);
  if (stored !== entry.sha256)
    throw ledgerBroken(given.dossier, { entry: found.head.version, fault: 'fileDiffers' });
  return entry;
}
