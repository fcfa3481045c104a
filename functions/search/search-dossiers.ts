import type { searchOperations } from '../../schemas/api/operations/search.ts';
import type { Principal } from '../../schemas/identity/principal.ts';
import { rowOf } from '../domain/lists/row-of.ts';
import { ProblemError } from '../domain/problem.ts';
import { demand, judge } from '../domain/rights/judge.ts';
import { relationsTo } from '../domain/rights/relations.ts';
import { readSearch } from '../domain/search/read-search.ts';
import { dateOf } from '../domain/vietnam-time.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import type { FetchedDossier } from '../platform/lists/dossier-lists.ts';
import { summaryOf } from '../platform/lists/dossier-summary.ts';
import { shownNames } from '../platform/lists/shown-names.ts';
import type { SearchDeps } from './deps.ts';
import { type FoundIn, type Match, type Matches, type Search, together } from './match.ts';
import { matchDays, matchProcedures } from './match-lists.ts';
import { matchNames } from './match-names.ts';
import { matchNumbers } from './match-numbers.ts';

type Operation = (typeof searchOperations)['searchDossiers'];
type Shown = Match & { readonly dossier: FetchedDossier };
type Page = { readonly items: Shown[]; readonly more: boolean };

/** What tells of a person when a dossier is found by it. */
const OF_A_PERSON: ReadonlySet<FoundIn> = new Set(['identityNumber', 'taxCode', 'phone', 'name']);

/**
 * Searches the dossiers in sight of an officer: of their unit, or of the province for those who see all of it. What names a dossier or a
 * person is looked for first, everything else only where that does not fill the page. Each dossier found is judged again as it is now.
 */
export async function searchDossiers(deps: SearchDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { caller, now, query } = call;
  const unit = sightOf(caller);
  const units = unit === undefined ? await allUnits(deps) : [unit];
  const reading = readSearch(query.q, { units, today: dateOf(now) });
  const search = { text: query.q, reading, unit, limit: query.limit, now };
  const first = together(await Promise.all([matchNumbers(deps, search), matchNames(deps, search, true)]));
  const found = await show(deps, caller, search, first);
  const shown = found.items.length < query.limit ? await showMore(deps, caller, search, found) : found;
  const nameOf = await shownNames(deps, {
    ...call,
    operation: 'searchDossiers',
    expand: query.expand,
    heads: shown.items.map(({ dossier }) => dossier.head),
    found: shown.items.filter(({ foundIn }) => OF_A_PERSON.has(foundIn)).map(({ dossier }) => dossier.head),
  });
  return {
    body: {
      items: shown.items.map(({ dossier, foundIn }) => ({
        ...summaryOf(rowOf(dossier.head, dossier.labels), call.language),
        ...nameOf(dossier.head.code),
        foundIn,
      })),
      more: shown.more,
    },
  };
}

/** What is found otherwise, behind what was found first. */
async function showMore(deps: SearchDeps, caller: Principal, search: Search, found: Page): Promise<Page> {
  const second = await Promise.all([
    matchNames(deps, search, false),
    matchDays(deps, search),
    matchProcedures(deps, search),
  ]);
  return show(deps, caller, search, together([{ matches: found.items, more: found.more }, ...second]));
}

async function allUnits(deps: SearchDeps): Promise<string[]> {
  return ((await deps.organisation.current())?.units ?? []).map(({ code }) => code);
}

/** The unit whose dossiers an officer sees; undefined for those who see the whole province. */
function sightOf(caller: Principal): string | undefined {
  if (caller.kind !== 'officer') throw new ProblemError('forbidden', 'Only officers search.');
  if (judge(caller, 'dossier.search', new Set()) === 'allow') return undefined;
  if (caller.unit === null) {
    throw new ProblemError('forbidden', 'You work in no unit, so no dossier is in your sight.');
  }
  demand(caller, 'dossier.search', new Set(['unit']));
  return caller.unit;
}

/** Reads the best matches until the page is full; a code that was only guessed may not exist. */
async function show(
  deps: SearchDeps,
  caller: Principal,
  { limit }: Search,
  { matches, more }: Matches,
): Promise<Page> {
  const best = bestOf(matches);
  const guessed = best.filter(({ rank }) => rank === 0).length;
  const items: Shown[] = [];
  for (let at = 0; at < best.length; ) {
    const chunk = best.slice(at, Math.max(at + limit - items.length, guessed));
    at += chunk.length;
    items.push(...(await readAll(deps, chunk)).filter(({ dossier }) => maySee(caller, dossier)));
    if (items.length >= limit) {
      return { items: items.slice(0, limit), more: more || at < best.length || items.length > limit };
    }
  }
  return { items, more };
}

async function readAll(deps: SearchDeps, matches: readonly Match[]): Promise<Shown[]> {
  const unread = matches.filter(({ dossier }) => !dossier);
  const read = await deps.lists.fetch(unread.map(({ code }) => code));
  const byCode = new Map(unread.map(({ code }, index) => [code, read[index]]));
  return matches.flatMap(match => {
    const dossier = match.dossier ?? byCode.get(match.code);
    return dossier ? [{ ...match, dossier }] : [];
  });
}

function maySee(caller: Principal, { head }: FetchedDossier): boolean {
  return judge(caller, 'dossier.search', relationsTo(head, caller, undefined)) === 'allow';
}

/** Of each dossier its best match; the best first, the newest among equals. */
function bestOf(matches: readonly Match[]): Match[] {
  const best = new Map<string, Match>();
  for (const match of matches) {
    const known = best.get(match.code);
    if (!known || match.rank < known.rank) best.set(match.code, match);
  }
  return [...best.values()].sort((a, b) => a.rank - b.rank || b.submittedAt - a.submittedAt);
}
