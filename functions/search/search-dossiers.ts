import type { searchOperations } from '../../schemas/api/operations/search.ts';
import type { Principal } from '../../schemas/identity/principal.ts';
import { ProblemError } from '../domain/problem.ts';
import { demand, judge } from '../domain/rights/judge.ts';
import { relationsTo } from '../domain/rights/relations.ts';
import { readSearch } from '../domain/search/read-search.ts';
import { dateOf } from '../domain/vietnam-time.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import type { ListedDossier } from '../platform/lists/dossier-lists.ts';
import { summaryOf } from '../platform/lists/dossier-summary.ts';
import type { SearchDeps } from './deps.ts';
import { findMatches, type Match } from './find-matches.ts';

type Operation = (typeof searchOperations)['searchDossiers'];

/**
 * Searches the dossiers in sight of an officer: of their unit, or of the province for those who see all of it. Each dossier found is
 * judged again as it is now before it is shown.
 */
export async function searchDossiers(deps: SearchDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { caller, now, query } = call;
  const unit = sightOf(caller);
  const organisation = await deps.organisation.current();
  const units = unit === undefined ? (organisation?.units ?? []).map(({ code }) => code) : [unit];
  const reading = readSearch(query.q, { units, today: dateOf(now) });
  const { matches, more } = await findMatches(deps, { text: query.q, reading, unit, now });
  const best = [...bestOf(matches).values()].sort((a, b) => a.rank - b.rank);
  const dossiers = await deps.lists.fetch(best.slice(0, MOST_FETCHED).map(({ code }) => code));
  const shown = best.flatMap((match, index) => {
    const dossier = dossiers[index];
    return dossier && maySee(caller, dossier) ? [{ match, dossier }] : [];
  });
  return {
    body: {
      items: shown
        .sort((a, b) => a.match.rank - b.match.rank || newer(a.dossier, b.dossier))
        .slice(0, query.limit)
        .map(({ match, dossier }) => ({ ...summaryOf(dossier, call.language), foundIn: match.foundIn })),
      more: more || shown.length > query.limit,
    },
  };
}

/** Dossiers looked at for one search at the most: part of a code may mean some hundred codes that do not exist. */
const MOST_FETCHED = 400;

/** The unit whose dossiers an officer sees; undefined for those who see the whole province. */
function sightOf(caller: Principal): string | undefined {
  if (caller.kind !== 'officer') throw new ProblemError('forbidden', 'Only officers search.');
  if (judge(caller, 'dossier.search', new Set()) === 'allow') return undefined;
  if (caller.unit === null)
    throw new ProblemError('forbidden', 'You work in no unit, so nothing is in your sight.');
  demand(caller, 'dossier.search', new Set(['unit']));
  return caller.unit;
}

function maySee(caller: Principal, { head }: ListedDossier): boolean {
  return judge(caller, 'dossier.search', relationsTo(head, caller, undefined)) === 'allow';
}

/** Of each dossier its best match. */
function bestOf(matches: readonly Match[]): Map<string, Match> {
  const best = new Map<string, Match>();
  for (const match of matches) {
    const known = best.get(match.code);
    if (!known || match.rank < known.rank) best.set(match.code, match);
  }
  return best;
}

const newer = (a: ListedDossier, b: ListedDossier) =>
  Date.parse(b.head.submittedAt) - Date.parse(a.head.submittedAt);
