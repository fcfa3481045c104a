import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';

/** Why and since when a result no longer holds, and what took its place. */
export interface Revoked {
  readonly at: string;
  /** A code of law/result-changes.json. */
  readonly ground: string;
  readonly replacedBy: string | null;
}

/** A result as its dossier's ledger tells it. */
export interface IssuedResult {
  readonly number: string;
  readonly dossier: string;
  readonly sha256: string;
  readonly size: number;
  readonly issuedAt: string;
  readonly outcome: 'granted' | 'refused';
  /** The number of the ledger entry. */
  readonly seq: number;
  /** The last day on which it holds; absent where it holds without end. */
  readonly validUntil?: string;
  readonly revoked: Revoked | null;
}

/** The results a dossier issued, oldest first: corrections add, and overwrite nothing. */
export function issuedResults(ledger: readonly LedgerEvent[]): IssuedResult[] {
  const results: IssuedResult[] = [];
  let outcome: IssuedResult['outcome'] = 'granted';
  const revoke = (number: string, revoked: Revoked) => {
    const at = results.findIndex(result => result.number === number);
    const result = results[at];
    if (result) results[at] = { ...result, revoked };
  };
  for (const { data, at, seq, dossier } of ledger) {
    switch (data.type) {
      case 'decided':
        outcome = data.outcome;
        break;
      case 'resultIssued':
        results.push({ ...identityOf(data), dossier, issuedAt: at, outcome, seq, revoked: null });
        break;
      case 'resultReplaced':
        results.push({ ...identityOf(data), dossier, issuedAt: at, outcome, seq, revoked: null });
        revoke(data.replaces, { at, ground: data.ground, replacedBy: data.number });
        break;
      case 'resultRevoked':
        revoke(data.number, { at, ground: data.ground, replacedBy: null });
        break;
    }
  }
  return results;
}

const identityOf = ({
  number,
  sha256,
  size,
  validUntil,
}: Extract<EventData, { type: 'resultIssued' | 'resultReplaced' }>) => ({
  number,
  sha256,
  size,
  ...(validUntil !== undefined && { validUntil }),
});
