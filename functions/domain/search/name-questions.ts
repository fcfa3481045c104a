import { earlierQuestions } from './earlier-terms.ts';
import { fold, wordsInOrder, wordsOf } from './fold.ts';
import type { NameQuestion } from './name-question.ts';
import { LONG_NAMES, nameTerm, pairsOf, pairTerm } from './search-terms.ts';

/** How Vietnamese words begin with two consonants; other words that do may be two: `HHen` for `H'Hen`. */
const ONSETS = /^(ch|gh|gi|kh|ng|nh|ph|th|tr)/;
const TWO_CONSONANTS = /^[b-df-hj-np-tv-z](?=[b-df-hj-np-tvwxz][a-z])/;

/** Words taken apart at the most: each doubles what is asked. */
const MOST_PARTED = 2;

/**
 * What to look for to find the names with all these words: the words themselves and, for long names, neighbours among them, or the words
 * among the marks of every long name. Names with an apostrophe are also asked for as those who leave it out write them.
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

/** The text as it was typed and, where an apostrophe may be left out or missing in it, otherwise. */
function readings(text: string): string[] {
  const typed = fold(text);
  const joined = typed.replace(/(?<=\p{L})'(?=\p{L})/gu, '');
  return [typed, ...(joined === typed ? [] : [joined]), ...parted(wordsInOrder(typed))];
}

/** The words with some of those that may be two taken apart: any choice of the first few, as nobody can tell which. */
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
