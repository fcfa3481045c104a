import type { SearchDeps } from './deps.ts';
import { findInSight } from './in-sight.ts';
import { type FoundIn, type Matches, nothing, RANKS, type Search, together } from './match.ts';

/** Dossiers identified by a code, a result number, an identity number, a tax code or a telephone number. */
export async function matchNumbers(deps: SearchDeps, search: Search): Promise<Matches> {
  const { reading } = search;
  const codes = reading.code.codes.map(code => ({
    code,
    foundIn: 'code' as const,
    rank: RANKS.code,
    submittedAt: 0,
  }));
  return together([
    { matches: codes, more: false },
    ...(await Promise.all([
      byResult(deps, reading.resultNumber),
      ...reading.numbers.map(({ term, what }) => byTerm(deps, search, term, what)),
    ])),
  ]);
}

async function byResult(deps: SearchDeps, number: string | undefined): Promise<Matches> {
  const code = number === undefined ? undefined : await deps.found.byResult(number);
  if (code === undefined) return nothing;
  return { matches: [{ code, foundIn: 'resultNumber', rank: RANKS.number, submittedAt: 0 }], more: false };
}

async function byTerm(deps: SearchDeps, search: Search, term: string, foundIn: FoundIn): Promise<Matches> {
  const keyring = await deps.keyring();
  const { found, more } = await findInSight(deps, keyring.termKey(term), search.units, search.limit + 1);
  return {
    matches: found.map(({ code, submittedAt }) => ({ code, submittedAt, foundIn, rank: RANKS.number })),
    more,
  };
}
