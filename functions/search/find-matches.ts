import type { searchOperations } from '../../schemas/api/operations/search.ts';
import { questionOf } from '../domain/lists/dossier-filters.ts';
import type { Scope } from '../domain/lists/list-scopes.ts';
import type { CodeSpan } from '../domain/search/code-part.ts';
import type { SearchReading } from '../domain/search/read-search.ts';
import { hasWords, spelling } from '../domain/search/search-terms.ts';
import type { Instant } from '../domain/vietnam-time.ts';
import type { Reply } from '../platform/http/call.ts';
import type { SearchDeps } from './deps.ts';
import type { Found } from './found-index.ts';

type Operation = (typeof searchOperations)['searchDossiers'];
export type FoundIn = Reply<Operation>['body']['items'][number]['foundIn'];

/** A dossier that may be meant, in what it was found, and how good the match is: 0 is best. */
export interface Match {
  readonly code: string;
  readonly foundIn: FoundIn;
  readonly rank: number;
}

export interface Matches {
  readonly matches: readonly Match[];
  readonly more: boolean;
}

/** What is searched: the text, what it may mean, and where. */
export interface Search {
  readonly text: string;
  readonly reading: SearchReading;
  /** The unit whose dossiers are in sight; undefined for the province. */
  readonly unit: string | undefined;
  readonly now: Instant;
}

/** How good a match is by what was found: a number that names one dossier before names, names before kinds of dossiers. */
const RANKS = { code: 0, number: 1, name: 2, part: 7, procedure: 8 } as const;

/** Matches looked at for each thing the text may mean. */
const MOST = 100;
const MOST_PROCEDURES = 5;
const OF_A_PROCEDURE = 20;

/** Looks everywhere at once; each place is one read or a few, whatever the store holds. */
export async function findMatches(deps: SearchDeps, search: Search): Promise<Matches> {
  const { reading } = search;
  const places = await Promise.all([
    wholeCodes(reading.code.codes),
    byResult(deps, reading.resultNumber),
    ...reading.numbers.map(({ term, what }) => byNumber(deps, search, term, what)),
    byName(deps, search),
    ...reading.code.spans.map(span => bySpan(deps, search, span)),
    byProcedure(deps, search),
  ]);
  return { matches: places.flatMap(({ matches }) => matches), more: places.some(({ more }) => more) };
}

async function wholeCodes(codes: readonly string[]): Promise<Matches> {
  return { matches: codes.map(code => ({ code, foundIn: 'code', rank: RANKS.code })), more: false };
}

async function byResult(deps: SearchDeps, number: string | undefined): Promise<Matches> {
  const code = number === undefined ? undefined : await deps.found.byResult(number);
  const matches = code === undefined ? [] : [{ code, foundIn: 'resultNumber' as const, rank: RANKS.number }];
  return { matches, more: false };
}

async function byNumber(deps: SearchDeps, search: Search, term: string, foundIn: FoundIn): Promise<Matches> {
  const keyring = await deps.keyring();
  const { found, more } = await deps.found.byTerm(keyring.termKey(term), search.unit, MOST);
  return { matches: found.map(({ code }) => ({ code, foundIn, rank: RANKS.number })), more };
}

async function byName(deps: SearchDeps, { text, reading, unit }: Search): Promise<Matches> {
  if (reading.names.length === 0) return { matches: [], more: false };
  const keyring = await deps.keyring();
  const asked = spelling(text);
  const spelled = asked === undefined ? undefined : keyring.termKey(asked);
  const rank = (found: Found) =>
    RANKS.name +
    (found.grade === 0 && spelled !== undefined && found.spelled === spelled ? 0 : 1 + found.grade);
  const answers = await Promise.all(
    reading.names.map(async ({ term, certain }) => {
      const { found, more } = await deps.found.byTerm(keyring.termKey(term), unit, MOST);
      return { found: certain ? found : await withWords(deps, found, text), more: certain && more };
    }),
  );
  return {
    matches: answers
      .flatMap(({ found }) => found)
      .map(found => ({ code: found.code, foundIn: 'name', rank: rank(found) })),
    more: answers.some(({ more }) => more),
  };
}

/** Of what was found by some of the words, what has all of them. */
async function withWords(deps: SearchDeps, found: readonly Found[], text: string): Promise<Found[]> {
  if (found.length === 0) return [];
  const names = await deps.found.names(found.map(({ code }) => code));
  return found.filter(({ code }) => hasWords(names.get(code) ?? '', text));
}

async function bySpan(deps: SearchDeps, { unit, now }: Search, span: CodeSpan): Promise<Matches> {
  const question = questionOf({ submittedFrom: span.from, submittedTo: span.to }, now);
  const scope = scopeOf(span.unit ?? unit);
  const place = { after: undefined, limit: MOST, now };
  const { items, next } = await deps.lists.page(scope, question, place);
  const matches = items
    .map(({ head }) => head.code)
    .filter(code => code.slice(code.lastIndexOf('-') + 1).startsWith(span.number));
  return {
    matches: matches.map(code => ({ code, foundIn: 'code', rank: RANKS.part })),
    more: next !== undefined,
  };
}

async function byProcedure(deps: SearchDeps, { text, reading, unit, now }: Search): Promise<Matches> {
  const codes = reading.procedure
    ? [reading.procedure]
    : reading.names.length > 0
      ? await deps.procedures.find(text, MOST_PROCEDURES)
      : [];
  const place = { after: undefined, limit: OF_A_PROCEDURE, now };
  const pages = await Promise.all(
    codes.map(procedure => deps.lists.page(scopeOf(unit), questionOf({ procedure }, now), place)),
  );
  return {
    matches: pages.flatMap(({ items }, nth) =>
      items.map(({ head }) => ({
        code: head.code,
        foundIn: 'procedure' as const,
        rank: RANKS.procedure + nth / MOST_PROCEDURES,
      })),
    ),
    more: pages.some(({ next }) => next !== undefined),
  };
}

const scopeOf = (unit: string | undefined): Scope =>
  unit === undefined ? { kind: 'province' } : { kind: 'unit', unit };
