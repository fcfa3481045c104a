import type { searchOperations } from '../../schemas/api/operations/search.ts';
import type { DossierRow } from '../../schemas/dossier/dossier-row.ts';
import type { DossierHead } from '../../schemas/dossier/head.ts';
import type { Principal } from '../../schemas/identity/principal.ts';
import { ProblemError } from '../domain/problem.ts';
import { demand, judge } from '../domain/rights/judge.ts';
import { officerRelationsTo } from '../domain/rights/relations.ts';
import { readSearch } from '../domain/search/read-search.ts';
import { dateOf } from '../domain/vietnam-time.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import { summaryOf } from '../platform/lists/dossier-summary.ts';
import { headsOf, shownNames } from '../platform/lists/shown-names.ts';
import type { SearchDeps } from './deps.ts';
import { type FoundIn, type Match, type Matches, RANKS, type Search, together } from './match.ts';
import { matchDays, matchProcedures } from './match-lists.ts';
import { matchNames } from './match-names.ts';
import { matchNumbers } from './match-numbers.ts';

type Operation = (typeof searchOperations)['searchDossiers'];
type Officer = Extract<Principal, { kind: 'officer' }>;
/** A match with what is shown of it. Tasks only where they are why it may be shown. */
type Shown = Match & { readonly row: DossierRow; readonly tasks: DossierHead['tasks'] };
type Page = { readonly items: Shown[]; readonly more: boolean };

/** So many times what is wanted of codes that were guessed are tried first. */
const FIRST_GUESSES = 2;

/** What tells of a person when a dossier is found by it. */
const OF_A_PERSON: ReadonlySet<FoundIn> = new Set(['identityNumber', 'taxCode', 'phone', 'name']);

/**
 * Searches the dossiers in sight of an officer: of their unit, or of the province for those who see all of it. What names a dossier or a
 * person is looked for first, everything else only where that does not fill the page. Each dossier found is judged again as it is now.
 */
export async function searchDossiers(deps: SearchDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { caller, now, query } = call;
  if (caller.kind !== 'officer') throw new ProblemError('forbidden', 'Only officers search.');
  const unit = sightOf(caller);
  const units = unit === undefined ? await allUnits(deps) : [unit];
  const reading = readSearch(query.q, { units, today: dateOf(now) });
  const search = { text: query.q, reading, unit, limit: query.limit, now };
  const first = together(
    await Promise.all([matchNumbers(deps, search), matchNames(deps, search, 'allWords')]),
  );
  const found = await show(deps, caller, search, first);
  const shown = found.items.length < query.limit ? await showMore(deps, caller, search, found) : found;
  const nameOf = await shownNames(deps, {
    ...call,
    operation: 'searchDossiers',
    expand: query.expand,
    dossiers: shown.items.map(readable),
    found: shown.items.filter(({ foundIn }) => OF_A_PERSON.has(foundIn)).map(readable),
  });
  return {
    body: {
      items: shown.items.map(({ row, foundIn }) => ({
        ...summaryOf(row, call.language),
        ...nameOf(row.code),
        foundIn,
      })),
      more: shown.more,
    },
  };
}

/** What the record of reads says of a dossier that was shown. */
const readable = ({ row, tasks }: Shown) => ({ ...row, tasks });

/** What is found otherwise, behind what was found first. */
async function showMore(deps: SearchDeps, caller: Officer, search: Search, found: Page): Promise<Page> {
  const second = await Promise.all([
    matchNames(deps, search, 'someWords'),
    matchDays(deps, search),
    matchProcedures(deps, search),
  ]);
  return show(deps, caller, search, together([{ matches: found.items, more: found.more }, ...second]));
}

async function allUnits(deps: SearchDeps): Promise<string[]> {
  return ((await deps.organisation.current())?.units ?? []).map(({ code }) => code);
}

/** The unit whose dossiers an officer sees; undefined for those who see the whole province. */
function sightOf(caller: Officer): string | undefined {
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
  caller: Officer,
  { limit }: Search,
  { matches, more }: Matches,
): Promise<Page> {
  const best = bestOf(matches);
  const guesses = best.filter(({ rank }) => rank === RANKS.code).length;
  const items: Shown[] = [];
  for (let at = 0; at < best.length; ) {
    // Mostly the newest of what was guessed fill the page; where they do not, all the others are tried at once.
    const guessed = at === 0 ? Math.min(guesses, FIRST_GUESSES * limit) : guesses;
    const chunk = best.slice(at, Math.max(at + limit - items.length, guessed));
    at += chunk.length;
    items.push(...(await readVisible(deps, caller, chunk)));
    if (items.length >= limit) {
      return { items: items.slice(0, limit), more: more || at < best.length || items.length > limit };
    }
  }
  return { items, more };
}

/** Reads matches, and leaves out what the officer may not see. */
async function readVisible(deps: SearchDeps, caller: Officer, matches: readonly Match[]): Promise<Shown[]> {
  const unread = matches.filter(({ row }) => !row).map(({ code }) => code);
  const rows = new Map((await deps.lists.rows(unread)).map((row, index) => [unread[index], row]));
  const read = matches.flatMap(match => {
    const row = match.row ?? rows.get(match.code);
    return row ? [{ ...match, row, tasks: [] }] : [];
  });
  // A unit that was asked for its opinion sees a dossier by its tasks, which rows do not tell of.
  const hidden = read.filter(shown => !maySee(caller, shown)).map(({ code }) => code);
  const heads = hidden.length > 0 ? await headsOf(deps.lists, hidden) : [];
  const tasks = new Map(heads.map(head => [head.code, head.tasks]));
  return read
    .map(shown => ({ ...shown, tasks: tasks.get(shown.code) ?? [] }))
    .filter(shown => maySee(caller, shown));
}

function maySee(caller: Officer, { row, tasks }: Pick<Shown, 'row' | 'tasks'>): boolean {
  return judge(caller, 'dossier.search', officerRelationsTo({ ...row, tasks }, caller)) === 'allow';
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
