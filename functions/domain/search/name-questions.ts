import { earlierQuestions } from './earlier-terms.ts';
import { fold, wordsInOrder, wordsOf } from './fold.ts';
import type { NameQuestion } from './name-question.ts';
import { LONG_NAMES, nameTerm, pairsOf, pairTerm } from './search-terms.ts';

/** How Vietnamese words begin with two consonants; other words that do may be two: `HHen` for `H'Hen`. */
const ONSETS = /^(ch|gh|gi|kh|ng|nh|ph|th|tr)/;
const TWO_CONSONANTS = /^[b-df-hj-np-tv-z](?=[b-df-hj-np-tvwxz][a-z])/;

/** Most words split: each doubles the number of queries. */
const MOST_PARTED = 2;

/**
 * The terms to look up to find the names with all these words: the words themselves and, for long names, adjacent
 * pairs among them, or the words among the marks of every long name. Names with an apostrophe are also looked up as
 * written without it.
 */
export function nameQuestions(text: string): NameQuestion[] {
  const questions = readings(text).flatMap(questionsOf);
  const all = [...questions, ...earlierQuestions(text)];
  return [...new Map(all.map(one => [`${one.term}+${one.beside.join(' ')}`, one])).values()];
}

function questionsOf(text: string): NameQuestion[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const pairs = pairsOf(wordsInOrder(text)).filter(pair => pair.length === 2);
  const ends = [...pairs.slice(-1), ...pairs.slice(0, 1)];
  return [
    { term: nameTerm(words), beside: [], among: 'allWords' },
    ...ends.map((pair): NameQuestion => {
      const beside = words.filter(word => !pair.includes(word));
      return { term: pairTerm(pair), beside, among: 'someWords' };
    }),
    { term: LONG_NAMES, beside: words, among: 'longNames' },
  ];
}

/** The text as typed and, if an apostrophe may be superfluous or missing, its variants. */
function readings(text: string): string[] {
  const typed = fold(text);
  const joined = typed.replace(/(?<=\p{L})'(?=\p{L})/gu, '');
  return [typed, ...(joined === typed ? [] : [joined]), ...parted(wordsInOrder(typed))];
}

/** The words with some possible double words split: any choice among the first few, because it is unclear which. */
function parted(words: readonly string[]): string[] {
  const places = words.flatMap((word, place) =>
    !ONSETS.test(word) && TWO_CONSONANTS.test(word) ? [place] : [],
  );
  const some = places.slice(0, MOST_PARTED);
  return Array.from({ length: 2 ** some.length - 1 }, (_, choice) =>
    words
      .map((word, place) => {
        const nth = some.indexOf(place);
        return nth >= 0 && ((choice + 1) >> nth) & 1 ? word.replace(TWO_CONSONANTS, '$& ') : word;
      })
      .join(' '),
  );
}
