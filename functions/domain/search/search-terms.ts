import { phoneKey } from '../../../schemas/codes/phone-number.ts';
import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import { representativeOf } from '../applicants/known-by.ts';
import { numbersOf } from './applicant-numbers.ts';
import { fold, wordsInOrder, wordsOf } from './fold.ts';
import { APOSTROPHES } from './look-alikes.ts';

/**
 * A term by which a dossier is found. `grade` counts what the term leaves out of the name, 0 for all of it: fewer words left out are a
 * better match. Terms are personal data; stores keep their keyed digests.
 */
export interface SearchTerm {
  readonly term: string;
  readonly grade: number;
  /** Of part of a long name, all the words of the name: the part is asked for to find names that have other words beside it. */
  readonly words?: readonly string[];
}

/** Names of persons have two to four words, a few five; longer ones, of organizations, are not taken apart into every choice of words. */
export const MOST_WORDS = 4;
/** Of a long name, so many of its last words have terms: the first ones are those that all firms share. */
export const LAST_WORDS = 7;
/** The worst grade: what is left out beyond it makes no difference. */
export const WORST_GRADE = 3;

export const nameTerm = (words: readonly string[]) => `name ${words.join(' ')}`;
/** Two neighbours in a long name. Apart from the names themselves, so that looking for part of a firm's name meets only firms. */
export const pairTerm = (words: readonly string[]) => `pair ${words.join(' ')}`;
/** Every long name, newest first: what is asked for by words that have no term of their own is looked for among these. */
export const LONG_NAMES = 'long names';
/** A word that a name has, beside the term it is found by. */
export const wordTerm = (word: string) => `word ${word}`;
export const identityTerm = (number: string) => `identity ${number}`;
export const taxTerm = (code: string) => `tax ${code}`;
/** However a telephone number is written, it is one term. */
export const phoneTerm = (number: string) => `phone ${phoneKey(number)}`;

/** A passport or another paper by its number, however it is grouped. */
export const paperTerm = (number: string) =>
  `paper ${number
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()}`;

const NUMBER_TERMS = { identityNumber: identityTerm, taxCode: taxTerm, paper: paperTerm } as const;

/**
 * Everything an applicant is found by: numbers, telephone, name; of whoever acts for them by law number and name, too.
 *
 * @param nameTermsOf what terms are made of the applicant's name: as now, or as by an earlier version.
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
    // Last, because the last are left out where a transaction has no room for all of them.
    ...(representative ? representativeTerms(representative.name) : []),
  ];
  // An applicant who is named twice, such as who heads a household of their own name, is found once by each word.
  return [...new Map(terms.toReversed().map(term => [term.term, term])).values()].toReversed();
}

/**
 * The terms of who acts for the applicant: the whole name in any order, and its end, with the marks of the words beside
 * it.
 */
function representativeTerms(name: string): SearchTerm[] {
  const words = wordsOf(name);
  const ends = pairsOf(wordsInOrder(name)).slice(-1);
  return [
    { term: nameTerm(words), grade: WORST_GRADE },
    ...ends.map(pair => ({ term: pairTerm(pair), grade: WORST_GRADE, words })),
  ];
}

/**
 * The terms of a name. Every choice of its words is one, so that any of them in any order finds it in one read. A long
 * name has the whole, of its last words each and each two neighbours, and a place among all long names, so that no word
 * of it is in vain. An applicant has 17 terms at the most, two more with a representative, because they are written in
 * the transaction of the submission, which takes a hundred items with its fifty files.
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

/** A term for every non-empty choice of the words, each in the order of the alphabet. */
export function choiceTerms(words: readonly string[]): SearchTerm[] {
  return Array.from({ length: 2 ** words.length - 1 }, (_, index) => {
    const choice = words.filter((_word, place) => ((index + 1) >> place) & 1);
    return { term: nameTerm(choice), grade: words.length - choice.length };
  });
}

/** Each two neighbours, the two in the order of the alphabet. */
export function pairsOf(words: readonly string[]): string[][] {
  return words.slice(1).map((word, index) => wordsOf(`${words[index]} ${word}`));
}

/** A name as written, diacritics and all, whatever the order and the case of its words; undefined when it has no diacritics. */
export function spelling(name: string): string | undefined {
  const words = name.normalize('NFC').toLowerCase().replace(new RegExp(APOSTROPHES, 'gu'), "'");
  if (fold(words) === words) return undefined;
  // Ð and Ɖ are typed for Đ by who cannot see the difference.
  const written = words.replace(/[ðɖ]/g, 'đ').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return `spelled ${[...new Set(written)].sort().join(' ')}`;
}
