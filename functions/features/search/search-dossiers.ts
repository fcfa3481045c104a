import type { searchOperations } from '../../../schemas/api/operations/search.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import { successionOf } from '../../domain/organization/succession.ts';
import { demand, judge } from '../../domain/rights/judge.ts';
import { isConcerned } from '../../domain/rights/own-dossier.ts';
import { unitsOf } from '../../domain/rights/relations.ts';
import { readSearch } from '../../domain/search/read-search.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { summaryOf } from '../../records/lists/dossier-summary.ts';
import { headsOf, shownNames } from '../../records/lists/shown-names.ts';
import type { SearchDeps } from './deps.ts';
import { type FoundIn, type Search, type SearchedUnits, together } from './match.ts';
import { matchDays, matchProcedures, matchReference } from './match-lists.ts';
import { matchNames } from './match-names.ts';
import { matchNumbers } from './match-numbers.ts';
import { type Page, type Shown, show } from './show.ts';

type Operation = (typeof searchOperations)['searchDossiers'];

/** Match kinds that reveal something about a person. */
const OF_A_PERSON: ReadonlySet<FoundIn> = new Set(['identityNumber', 'taxCode', 'phone', 'paper', 'name']);

/** Long names examined if nothing at all was found otherwise. */
const MOST_LONG_NAMES = 1000;

/**
 * Searches the dossiers an officer may see: those of their unit, or of the province for those who see all of it. What
 * identifies a dossier or a person is searched first, everything else only if that does not fill the page. Access to
 * each dossier found is judged again on its current state.
 */
export async function searchDossiers(deps: SearchDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { caller, now, query } = call;
  if (caller.kind !== 'officer')
    throw new ProblemError('forbidden', {
      vi: 'Chỉ cán bộ được tra cứu hồ sơ.',
      en: 'Only officers may search dossiers.',
    });
  const units = sightOf(caller);
  await deps.quotas.take('searches', [{ of: 'officer', id: caller.id }], now);
  const organization = units?.length === 1 ? [] : await allUnits(deps);
  const known = units ?? organization.map(({ code }) => code);
  const reading = readSearch(query.q, { units: known, today: dateOf(now) });
  const { heirsOf } = successionOf(organization, dateOf(now));
  const search = { text: query.q, reading, units, heirsOf, limit: query.limit, now };
  const first = together(
    await Promise.all([matchNumbers(deps, search), matchNames(deps, search, ['allWords'])]),
  );
  const found = await show(deps, caller, search, first);
  const shown = found.items.length < query.limit ? await showMore(deps, caller, search, found) : found;
  const { items, headOf } = await withoutConcerned(deps, caller, shown.items, query.expand !== undefined);
  const nameOf = await shownNames(deps, {
    ...call,
    operation: 'searchDossiers',
    expand: query.expand,
    dossiers: items.flatMap(headOf),
    found: items.filter(({ foundIn }) => OF_A_PERSON.has(foundIn)).flatMap(headOf),
  });
  return {
    body: {
      items: items.map(({ row, foundIn }) => ({
        ...summaryOf(row, call.language),
        ...nameOf(row.code),
        foundIn,
      })),
      more: shown.more,
    },
  };
}

/**
 * What was found, without the dossiers that the officer is to have nothing to do with, as far as a hit tells of a
 * person: by its kind, or by the name beside it. Whose dossiers these are is read only then; `headOf` gives it for
 * the access record, with the tasks that a hit is shown for.
 */
async function withoutConcerned(
  { lists }: SearchDeps,
  caller: OfficerPrincipal,
  items: readonly Shown[],
  named: boolean,
): Promise<{ readonly items: readonly Shown[]; readonly headOf: (shown: Shown) => DossierHead[] }> {
  const tells = ({ foundIn }: Shown) => named || OF_A_PERSON.has(foundIn);
  const telling = items.filter(tells).map(({ code }) => code);
  const found = telling.length === 0 ? [] : await headsOf(lists, telling);
  const heads = new Map(found.filter(head => !isConcerned(head, caller)).map(head => [head.code, head]));
  return {
    items: items.filter(shown => heads.has(shown.code) || !tells(shown)),
    headOf: ({ code, tasks }) => [heads.get(code)].flatMap(head => (head ? [{ ...head, tasks }] : [])),
  };
}

/** Weaker matches, after those found first. */
async function showMore(
  deps: SearchDeps,
  caller: OfficerPrincipal,
  search: Search,
  found: Page,
): Promise<Page> {
  const second = await Promise.all([
    matchNames(deps, search, ['someWords', 'longNames']),
    matchDays(deps, search),
    matchProcedures(deps, search),
    matchReference(deps, search),
  ]);
  const page = await show(
    deps,
    caller,
    search,
    together([{ matches: found.items, more: found.more }, ...second]),
  );
  if (page.items.length > 0 || search.reading.names.length === 0) return page;
  return show(deps, caller, search, await matchNames(deps, search, ['longNames'], MOST_LONG_NAMES));
}

async function allUnits(deps: SearchDeps): Promise<readonly Unit[]> {
  return (await deps.organization.current())?.units ?? [];
}

/** The units whose dossiers an officer sees; undefined for those who see the whole province. */
function sightOf(caller: OfficerPrincipal): SearchedUnits {
  if (judge(caller, 'dossier.search', new Set()) === 'allow') return undefined;
  if (caller.unit === null) {
    throw new ProblemError('forbidden', {
      vi: 'Tài khoản không thuộc đơn vị nào nên không có hồ sơ để tra cứu.',
      en: 'Your account belongs to no unit, so there are no dossiers you may search.',
    });
  }
  demand(caller, 'dossier.search', new Set(['unit']));
  return unitsOf(caller);
}
