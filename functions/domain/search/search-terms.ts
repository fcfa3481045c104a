import { phoneKey } from '../../../schemas/codes/phone-number.ts';
import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import { representativeOf } from '../applicants/known-by.ts';
import { numbersOf } from './applicant-numbers.ts';
import { fold, wordsInOrder, wordsOf } from './fold.ts';
import { APOSTROPHES } from './look-alikes.ts';

/**
 * A term by which a dossier is found. `grade` counts the words of the name that the term leaves out, 0 for none:
 * fewer words left out are a better match. Terms are personal data; stores keep their keyed digests.
 */
export interface SearchTerm {
  readonly term: string;
  readonly grade: number;
  /**
   * For part of a long name, all words of the name: the part is looked up to find names that contain other words as
   * well.
   */
  readonly words?: readonly string[];
}

/**
 * Personal names have two to four words, a few five; longer ones, of organizations, are not split into every
 * combination of words.
 */
export const MOST_WORDS = 4;
/** How many of a long name's last words have terms: the first ones are those all companies share. */
export const LAST_WORDS = 7;
/** The worst grade: leaving out more makes no further difference. */
export const WORST_GRADE = 3;

export const nameTerm = (words: readonly string[]) => `name ${words.join(' ')}`;
/**
 * Adjacent words in a long name. Kept apart from names themselves, so that a search for part of a company's name
 * meets only companies.
 */
export const pairTerm = (words: readonly string[]) => `pair ${words.join(' ')}`;
/** Every long name, newest first: words without a term of their own are searched for among these. */
export const LONG_NAMES = 'long names';
/** A word the name also contains, besides the term. */
export const wordTerm = (word: string) => `word ${word}`;
export const identityTerm = (number: string) => `identity ${number}`;
export const taxTerm = (code: string) => `tax ${code}`;
/** A telephone number is one term, however it is written. */
export const phoneTerm = (number: string) => `phone ${phoneKey(number)}`;

/** A passport or another paper by its number, however it is grouped. */
export const paperTerm = (number: string) =>
  `paper ${number
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()}`;

const NUMBER_TERMS = { identityNumber: identityTerm, taxCode: taxTerm, paper: paperTerm } as const;

/**
 * Every search term of an applicant: numbers, telephone, name; and number and name of their legal representative.
 *
 * @param nameTermsOf how terms are made from the applicant's name: currently, or in an earlier version.
 */
export function termsOf(applicant: Applicant, nameTermsOf = nameTerms): SearchTerm[] {
  const representative = representativeOf(applicant);
  const exact = [
    ...numbersOf(applicant).map(({ what, number }) => NUMBER_TERMS[what](number)),
    ...(applicant.phone ? [phoneTerm(applicant.phone)] : []),
  ];
  const terms = [
    ...exact.map((term): SearchTerm => ({ term, grade: 0 })),
    ...nameTermsOf(applicant.name),
    // Last, because the last terms are dropped if a transaction has no room for all of them.
    ...(representative ? representativeTerms(representative.name) : []),
  ];
  // An applicant named twice, such as the head of a household business with the same name, is found once per word.
  return [...new Map(terms.toReversed().map(term => [term.term, term])).values()].toReversed();
}

/** The terms of a legal representative: the whole name in any order, and its end, with the marks of the other words. */
function representativeTerms(name: string): SearchTerm[] {
  const words = wordsOf(name);
  const ends = pairsOf(wordsInOrder(name)).slice(-1);
  return [
    { term: nameTerm(words), grade: WORST_GRADE },
    ...ends.map(pair => ({ term: pairTerm(pair), grade: WORST_GRADE, words })),
  ];
}

/**
 * The terms of a name. Every combination of its words is one, so that any of them in any order finds it in one read.
 * A long name has a term for the whole, for each of its last words and for each adjacent pair, plus a place among all
 * long names, so that every word can find it. An applicant has at most 17 terms, two more with a representative,
 * because they are written in the submission's transaction of at most a hundred items, which also holds its fifty
 * files.
 */
export function nameTerms(name: string): SearchTerm[] {
  const words = wordsOf(name);
  if (words.length <= MOST_WORDS) return choiceTerms(words);
  const last = wordsInOrder(name).slice(-LAST_WORDS);
  const part = (term: string): SearchTerm => ({ term, grade: WORST_GRADE, words });
  const terms: SearchTerm[] = [
    { term: nameTerm(words), grade: 0 },
    part(LONG_NAMES),
    ...last.slice(1).map(word => ({ term: nameTerm([word]), grade: WORST_GRADE })),
    ...pairsOf(last).map(pair => part(pairTerm(pair))),
  ];
  return [...new Map(terms.map(term => [term.term, term])).values()];
}

/** A term for every non-empty combination of the words, each in alphabetical order. */
export function choiceTerms(words: readonly string[]): SearchTerm[] {
  return Array.from({ length: 2 ** words.length - 1 }, (_, index) => {
    const choice = words.filter((_word, place) => ((index + 1) >> place) & 1);
    return { term: nameTerm(choice), grade: words.length - choice.length };
  });
}

/** Each adjacent pair, in alphabetical order. */
export function pairsOf(words: readonly string[]): string[][] {
  return words.slice(1).map((word, index) => wordsOf(`${words[index]} ${word}`));
}

/** A name as spelled, including diacritics, ignoring order and case of its words; undefined if it has no diacritics. */
export function spelling(name: string): string | undefined {
  const words = name.normalize('NFC').toLowerCase().replace(new RegExp(APOSTROPHES, 'gu'), "'");
  if (fold(words) === words) return undefined;
  // Ð and Ɖ are typed for Đ by people who cannot see the difference.
  const written = words.replace(/[ðɖ]/g, 'đ').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return `spelled ${[...new Set(written)].sort().join(' ')}`;
}
