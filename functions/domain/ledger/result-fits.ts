import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { StoredResult } from '../../../schemas/stored/result.ts';
import { type IssuedResult, issuedResults } from '../results/issued-results.ts';
import type { LedgerFault } from './standing.ts';

/** Where an entry of the register of results is not what the dossier's ledger says of it. */
export function faultOfResult(
  entry: StoredResult | undefined,
  events: readonly LedgerEvent[],
): LedgerFault | undefined {
  const issued = issuedResults(events).find(({ number }) => number === entry?.number);
  return issued ? faultOfIssued(entry, issued) : { entry: 0, fault: 'registerDiffers' };
}

/**
 * Where the register's entry of an issued result is missing or says something else, whether it still holds included.
 * The name of the procedure and the place of the file are in no ledger: the file is known by its hash.
 */
export function faultOfIssued(
  entry: StoredResult | undefined,
  issued: IssuedResult,
): LedgerFault | undefined {
  const fits =
    entry?.number === issued.number &&
    entry.dossier === issued.dossier &&
    entry.sha256 === issued.sha256 &&
    entry.size === issued.size &&
    entry.issuedAt === issued.issuedAt &&
    entry.outcome === issued.outcome &&
    entry.validUntil === issued.validUntil &&
    entry.revoked?.at === issued.revoked?.at &&
    entry.revoked?.ground === issued.revoked?.ground &&
    (entry.revoked?.replacedBy ?? null) === (issued.revoked?.replacedBy ?? null) &&
    entry.number.startsWith(`${entry.agency}-KQ`);
  return fits ? undefined : { entry: issued.seq, fault: 'registerDiffers' };
}
