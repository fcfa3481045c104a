import type { DossierRow } from '../../../schemas/stored/dossier-row.ts';
import type { DossierQuestion } from '../../domain/lists/dossier-filters.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import type { SearchDeps } from './deps.ts';
import type { Found } from './found-index.ts';
import type { Search, SearchedUnits } from './match.ts';

/** What a term finds within the caller's units: best grade first, newest first among equals, across all units. */
export async function findInSight(
  { found }: Pick<SearchDeps, 'found'>,
  term: string,
  units: SearchedUnits,
  limit: number,
): Promise<{ found: readonly Found[]; more: boolean }> {
  const places = units ?? [undefined];
  const each = await Promise.all(places.map(unit => found.byTerm(term, unit, limit)));
  const [only] = each;
  if (only && each.length === 1) return only;
  // Both the receiving and the deciding unit have the dossier.
  const all = [...new Map(each.flatMap(part => part.found).map(one => [one.code, one])).values()];
  all.sort((a, b) => a.grade - b.grade || b.submittedAt - a.submittedAt);
  return { found: all.slice(0, limit), more: all.length > limit || each.some(({ more }) => more) };
}

/** The newest dossiers that a list would show the caller. */
export async function newestInSight(
  { lists }: Pick<SearchDeps, 'lists'>,
  units: SearchedUnits,
  question: DossierQuestion,
  { limit, now }: Pick<Search, 'limit' | 'now'>,
): Promise<{ items: readonly DossierRow[]; more: boolean }> {
  const scopes = units?.map(unit => ({ kind: 'unit' as const, unit })) ?? [{ kind: 'province' as const }];
  const place = { after: undefined, limit, now };
  const each = await Promise.all(scopes.map(scope => lists.page(scope, question, place)));
  const all = [...new Map(each.flatMap(({ items }) => items).map(row => [row.code, row])).values()];
  if (each.length > 1) all.sort((a, b) => parseInstant(b.submittedAt) - parseInstant(a.submittedAt));
  return {
    items: all.slice(0, limit),
    more: all.length > limit || each.some(({ next }) => next !== undefined),
  };
}
