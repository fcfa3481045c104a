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
  readonly sha256: string;
  readonly size: number;
  readonly issuedAt: string;
  readonly outcome: 'granted' | 'refused';
  /** The number of the ledger entry. */
  readonly seq: number;
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
  for (const { data, at, seq } of ledger) {
    switch (data.type) {
      case 'decided':
        outcome = data.outcome;
        break;
      case 'resultIssued':
        results.push(issuedBy(data, at, seq, outcome));
        break;
      case 'resultReplaced':
        results.push(issuedBy(data, at, seq, outcome));
        revoke(data.replaces, { at, ground: data.ground, replacedBy: data.number });
        break;
      case 'resultRevoked':
        revoke(data.number, { at, ground: data.ground, replacedBy: null });
        break;
    }
  }
  return results;
}

function issuedBy(
  { number, sha256, size }: Extract<EventData, { type: 'resultIssued' | 'resultReplaced' }>,
  issuedAt: string,
  seq: number,
  outcome: IssuedResult['outcome'],
): IssuedResult {
  return { number, sha256, size, issuedAt, outcome, seq, revoked: null };
}
