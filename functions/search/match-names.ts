import type { NameQuestion } from '../domain/search/search-terms.ts';
import { hasWords, spelling } from '../domain/search/search-terms.ts';
import type { SearchDeps } from './deps.ts';
import type { Found } from './found-index.ts';
import { type Matches, MOST, nothing, RANKS, type Search, together } from './match.ts';

/**
 * Dossiers whose applicant's name has the words. What is `certain` needs no second look; of what is not, the names are read, and those that
 * lack a word are left out.
 */
export async function matchNames(deps: SearchDeps, search: Search, certain: boolean): Promise<Matches> {
  const questions = search.reading.names.filter(question => question.certain === certain);
  return together(await Promise.all(questions.map(question => ask(deps, search, question))));
}

async function ask(
  deps: SearchDeps,
  search: Search,
  { term, grades, certain }: NameQuestion,
): Promise<Matches> {
  const keyring = await deps.keyring();
  const { found, more } = await deps.found.byTerm({ term: keyring.termKey(term), grades }, search.unit, MOST);
  if (found.length === 0) return nothing;
  const asked = spelling(search.text);
  const spelled = asked === undefined ? undefined : keyring.termKey(asked);
  const rank = (one: Found) =>
    RANKS.name + (one.grade === 0 && spelled !== undefined && one.spelled === spelled ? 0 : 1 + one.grade);
  const fitting = certain ? found : await withWords(deps, found, search.text);
  return {
    matches: fitting.map(one => ({
      code: one.code,
      submittedAt: one.submittedAt,
      foundIn: 'name',
      rank: rank(one),
    })),
    more,
  };
}

/** Of what was found by some of the words, what has all of them. */
async function withWords(deps: SearchDeps, found: readonly Found[], text: string): Promise<Found[]> {
  const names = await deps.names.of(found.map(({ code }) => code));
  return found.filter(({ code }) => hasWords(names.get(code) ?? '', text));
}
