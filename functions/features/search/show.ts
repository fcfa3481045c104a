import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { DossierRow } from '../../../schemas/stored/dossier-row.ts';
import { judge } from '../../domain/rights/judge.ts';
import { officerRelationsTo } from '../../domain/rights/relations.ts';
import { headsOf } from '../../records/lists/shown-names.ts';
import type { SearchDeps } from './deps.ts';
import { type Match, type Matches, RANKS, type Search } from './match.ts';

/** A match with what is shown of it. Tasks only if they are the reason it may be shown. */
export type Shown = Match & { readonly row: DossierRow; readonly tasks: DossierHead['tasks'] };

/** What is shown, and whether there is more. */
export interface Page {
  readonly items: readonly Shown[];
  readonly more: boolean;
}

/** How many times the wanted number of guessed codes is tried first. */
const FIRST_GUESSES = 2;

/** Reads the best matches until the page is full; a guessed code may not exist. */
export async function show(
  deps: SearchDeps,
  caller: OfficerPrincipal,
  { limit }: Search,
  { matches, more }: Matches,
): Promise<Page> {
  const best = bestOf(matches);
  const guesses = best.filter(({ rank }) => rank === RANKS.code).length;
  const items: Shown[] = [];
  for (let at = 0; at < best.length; ) {
    // Usually the newest guesses fill the page; if not, all the others are tried at once.
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

/** Reads matches, and omits what the officer may not see. */
async function readVisible(
  deps: SearchDeps,
  caller: OfficerPrincipal,
  matches: readonly Match[],
): Promise<Shown[]> {
  const unread = matches.filter(({ row }) => !row).map(({ code }) => code);
  const rows = new Map((await deps.lists.rows(unread)).map((row, index) => [unread[index], row]));
  const read = matches.flatMap(match => {
    const row = match.row ?? rows.get(match.code);
    return row ? [{ ...match, row, tasks: [] }] : [];
  });
  // A consulted unit sees a dossier through its tasks, which rows do not include.
  const hidden = read.filter(shown => !maySee(caller, shown)).map(({ code }) => code);
  if (hidden.length === 0) return read;
  const heads = await headsOf(deps.lists, hidden);
  const tasks = new Map(heads.map(head => [head.code, head.tasks]));
  return read
    .map(shown => ({ ...shown, tasks: tasks.get(shown.code) ?? [] }))
    .filter(shown => maySee(caller, shown));
}

function maySee(caller: OfficerPrincipal, { row, tasks }: Pick<Shown, 'row' | 'tasks'>): boolean {
  return judge(caller, 'dossier.search', officerRelationsTo({ ...row, tasks }, caller)) === 'allow';
}

/** The best match of each dossier; the best first, the newest first among equals. */
function bestOf(matches: readonly Match[]): Match[] {
  const best = new Map<string, Match>();
  for (const match of matches) {
    const known = best.get(match.code);
    if (!known || match.rank < known.rank) best.set(match.code, match);
  }
  return [...best.values()].sort((a, b) => a.rank - b.rank || b.submittedAt - a.submittedAt);
}
