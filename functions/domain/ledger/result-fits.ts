import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { StoredResult } from '../../../schemas/stored/result.ts';
import { issuedResults } from '../results/issued-results.ts';
import type { LedgerFault } from './standing.ts';

/**
 * Where an entry of the register of results is not what the dossier's ledger says of it, whether it still holds
 * included. The name of the procedure and the place of the file are in no ledger: the file is known by its hash.
 */
export function faultOfResult(
  entry: StoredResult | undefined,
  events: readonly LedgerEvent[],
): LedgerFault | undefined {
  const issued = issuedResults(events);
  const result = entry ? issued.find(({ number }) => number === entry.number) : issued.at(-1);
  if (!result) return entry && { entry: 0, fault: 'registerDiffers' };
  const fits =
    entry?.dossier === events[0]?.dossier &&
    entry?.sha256 === result.sha256 &&
    entry.size === result.size &&
    entry.issuedAt === result.issuedAt &&
    entry.outcome === result.outcome &&
    entry.revoked?.at === result.revoked?.at &&
    entry.revoked?.ground === result.revoked?.ground &&
    (entry.revoked?.replacedBy ?? null) === (result.revoked?.replacedBy ?? null) &&
    entry.number.startsWith(`${entry.agency}-KQ`);
  return fits ? undefined : { entry: result.seq, fault: 'registerDiffers' };
}
