import type { searchOperations } from '../../../schemas/api/operations/search.ts';
import type { DossierRow } from '../../../schemas/stored/dossier-row.ts';
import type { SearchReading } from '../../domain/search/read-search.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { Reply } from '../../kernel/http/call.ts';

type Operation = (typeof searchOperations)['searchDossiers'];
export type FoundIn = Reply<Operation>['body']['items'][number]['foundIn'];

/** A dossier that may be meant, how it was found, and the quality of the match: 0 is best, then the newest. */
export interface Match {
  readonly code: string;
  readonly foundIn: FoundIn;
  readonly rank: number;
  readonly submittedAt: Instant;
  /** What lists show of it, if already read. */
  readonly row?: DossierRow;
}

/** What was found, and whether there is more than was examined. */
export interface Matches {
  readonly matches: readonly Match[];
  readonly more: boolean;
}

/**
 * Units whose dossiers are searched: an officer's own and those whose work it took over; undefined for the province.
 */
export type SearchedUnits = readonly string[] | undefined;

/** The search: its text, what the text may mean, and its scope. */
export interface Search {
  readonly text: string;
  readonly reading: SearchReading;
  readonly units: SearchedUnits;
  /** Units in force that took over the work of an ended one, including what was submitted there. */
  readonly heirsOf: (unit: string) => readonly string[];
  readonly limit: number;
  readonly now: Instant;
}

/** Rank of a match by its kind: a single dossier before names, names before groups of dossiers. */
export const RANKS = { code: 0, number: 1, name: 2, part: 7, procedure: 8 } as const;

/** Matches examined for each possible meaning of the text. */
export const MOST = 100;

export const nothing: Matches = { matches: [], more: false };

/** Merges several findings. */
export function together(findings: readonly Matches[]): Matches {
  return {
    matches: findings.flatMap(({ matches }) => matches),
    more: findings.some(({ more }) => more),
  };
}
