import type { searchOperations } from '../../../schemas/api/operations/search.ts';
import type { DossierRow } from '../../../schemas/stored/dossier-row.ts';
import type { SearchReading } from '../../domain/search/read-search.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { Reply } from '../../kernel/http/call.ts';

type Operation = (typeof searchOperations)['searchDossiers'];
export type FoundIn = Reply<Operation>['body']['items'][number]['foundIn'];

/** A dossier that may be meant, in what it was found, and how good the match is: 0 is best, then the newest. */
export interface Match {
  readonly code: string;
  readonly foundIn: FoundIn;
  readonly rank: number;
  readonly submittedAt: Instant;
  /** What lists show of it, where it was read already. */
  readonly row?: DossierRow;
}

/** What was found, and whether there is more than was looked at. */
export interface Matches {
  readonly matches: readonly Match[];
  readonly more: boolean;
}

/** Units whose dossiers are searched: an officer's own and those whose work it took over; undefined for the province. */
export type SearchedUnits = readonly string[] | undefined;

/** What is searched: the text, what it may mean, and where. */
export interface Search {
  readonly text: string;
  readonly reading: SearchReading;
  readonly units: SearchedUnits;
  /** Units in force that have the work of an ended one, and with it what was submitted there. */
  readonly heirsOf: (unit: string) => readonly string[];
  readonly limit: number;
  readonly now: Instant;
}

/** How good a match is by what was found: what names one dossier before names, names before kinds of dossiers. */
export const RANKS = { code: 0, number: 1, name: 2, part: 7, procedure: 8 } as const;

/** Matches looked at for each thing the text may mean. */
export const MOST = 100;

export const nothing: Matches = { matches: [], more: false };

/** Several findings as one. */
export function together(findings: readonly Matches[]): Matches {
  return {
    matches: findings.flatMap(({ matches }) => matches),
    more: findings.some(({ more }) => more),
  };
}
