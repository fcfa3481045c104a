import type { NameQuestion } from '../../domain/search/name-question.ts';
import { hasWords } from '../../domain/search/sealed-terms.ts';
import { spelling } from '../../domain/search/search-terms.ts';
import type { SearchDeps } from './deps.ts';
import type { Found } from './found-index.ts';
import { findInSight } from './in-sight.ts';
import { type Matches, MOST, RANKS, type Search, together } from './match.ts';

/**
 * Dossiers whose applicant's name contains the words: by the words alone, or by part of them plus the rest the name
 * must have.
 *
 * @param most entries examined per query, if matches have to be filtered from others.
 */
export async function matchNames(
  deps: SearchDeps,
  search: Search,
  among: readonly NameQuestion['among'][],
  most = MOST,
): Promise<Matches> {
  const questions = search.reading.names.filter(question => among.includes(question.among));
  return together(await Promise.all(questions.map(question => ask(deps, search, question, most))));
}

async function ask(
  deps: SearchDeps,
  { text, units, limit }: Search,
  { term, beside, among }: NameQuestion,
  most: number,
): Promise<Matches> {
  const keyring = await deps.keyring();
  const asked = spelling(text);
  const spelled = asked === undefined ? undefined : keyring.termKey(asked);
  const isSpelled = (one: Found) => one.grade === 0 && spelled !== undefined && one.spelled === spelled;
  const read = (entries: number) => findInSight(deps, keyring.termKey(term), units, entries);
  const first = await read(beside.length > 0 ? most : limit + 1);
  // If more names have exactly these words than are shown, their spelling decides the order.
  const undecided = first.more && spelled !== undefined && first.found.at(-1)?.grade === 0;
  const { found, more } = undecided && first.found.length < MOST ? await read(MOST) : first;
  const fitting =
    beside.length === 0 ? found : found.filter(({ words = '' }) => hasWords(words, beside, keyring));
  return {
    matches: fitting.map(one => ({
      code: one.code,
      submittedAt: one.submittedAt,
      foundIn: 'name',
      rank: RANKS.name + (isSpelled(one) ? 0 : 1 + one.grade),
    })),
    // There are always more long names beyond the newest; that only matters if these contained the words.
    more: more && (among !== 'longNames' || fitting.length > 0),
  };
}
