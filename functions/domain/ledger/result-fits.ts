import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { StoredResult } from '../../../schemas/stored/result.ts';
import type { LedgerFault } from './standing.ts';

/**
 * Where an entry of the register of results is not what the dossier's ledger says of it. The name of the procedure and
 * the place of the file are in no ledger: the file is known by its hash.
 */
export function faultOfResult(
  entry: StoredResult | undefined,
  events: readonly LedgerEvent[],
): LedgerFault | undefined {
  const issued = events.findLast(({ data }) => data.type === 'resultIssued');
  const decided = events.findLast(({ data }) => data.type === 'decided');
  if (issued?.data.type !== 'resultIssued' || decided?.data.type !== 'decided')
    return entry && { entry: 0, fault: 'registerDiffers' };
  const { number, sha256, size } = issued.data;
  const fits =
    entry?.number === number &&
    entry.dossier === issued.dossier &&
    entry.sha256 === sha256 &&
    entry.size === size &&
    entry.issuedAt === issued.at &&
    entry.outcome === decided.data.outcome &&
    number.startsWith(`${entry.agency}-KQ`);
  return fits ? undefined : { entry: issued.seq, fault: 'registerDiffers' };
}
