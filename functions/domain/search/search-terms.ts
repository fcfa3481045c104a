import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import { fold, wordsOf } from './fold.ts';

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

/** Names of persons have two to four words, a few five; longer ones, of organisations, are not taken apart into every choice of words. */
const MOST_WORDS = 4;
/** Of a long name, so many of its last words are terms by themselves: the first ones are those that all firms share. */
const LAST_WORDS = 7;
/** The worst grade: what is left out beyond it makes no difference. */
const WORST_GRADE = 3;

export const nameTerm = (words: readonly string[]) => `name ${words.join(' ')}`;
/** Two neighbours in a long name. Apart from the names themselves, so that looking for part of a firm's name meets only firms. */
export const pairTerm = (words: readonly string[]) => `pair ${words.join(' ')}`;
/** A word that a name has, beside the term it is found by. */
export const wordTerm = (word: string) => `word ${word}`;
export const identityTerm = (number: string) => `identity ${number}`;
export const taxTerm = (code: string) => `tax ${code}`;
/** A number in Viet Nam is written with 0 or with +84. */
export const phoneTerm = (number: string) => `phone ${number.replace(/^\+84/, '0')}`;

/** Everything an applicant is found by: name, identity number or tax code, telephone; of organisations also the representative's number. */
export function termsOf(applicant: Applicant): SearchTerm[] {
  const exact = [
    ...(applicant.kind === 'person'
      ? [identityTerm(applicant.identityNumber)]
      : [
          taxTerm(applicant.taxCode),
          ...(applicant.representative ? [identityTerm(applicant.representative.identityNumber)] : []),
        ]),
    ...(applicant.phone ? [phoneTerm(applicant.phone)] : []),
  ];
  return [...exact.map(term => ({ term, grade: 0 })), ...nameTerms(applicant.name)];
}

/**
 * The terms of a name. Every choice of its words is one, so that any of them in any order finds it in one read; of a long name, the
 * whole, and of its last words each and each two neighbours. An applicant has 17 terms at the most, because they are written in the
 * transaction of the submission, which takes a hundred items with its fifty files.
 */
export function nameTerms(name: string): SearchTerm[] {
  const words = wordsOf(name);
  const terms =
    words.length <= MOST_WORDS
      ? choicesOf(words).map(choice => ({ term: nameTerm(choice), grade: words.length - choice.length }))
      : [
          { term: nameTerm(words), grade: 0 },
          ...inOrder(name)
            .slice(-LAST_WORDS)
            .map(word => ({ term: nameTerm([word]), grade: WORST_GRADE })),
          ...pairsOf(inOrder(name).slice(-LAST_WORDS)).map(pair => ({
            term: pairTerm(pair),
            grade: WORST_GRADE,
            words,
          })),
        ];
  return [...new Map(terms.map(term => [term.term, term])).values()];
}

/** Every non-empty choice of the words, each in the order of the alphabet. */
function choicesOf(words: readonly string[]): string[][] {
  return Array.from({ length: 2 ** words.length - 1 }, (_, index) =>
    words.filter((_word, place) => ((index + 1) >> place) & 1),
  );
}

const inOrder = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Each two neighbours, the two in the order of the alphabet. */
function pairsOf(words: readonly string[]): string[][] {
  return words.slice(1).map((word, index) => wordsOf(`${words[index]} ${word}`));
}

/** A term to look for, and the words that a name found by it must have beside it. */
export interface NameQuestion {
  readonly term: string;
  readonly beside: readonly string[];
}

/** What to look for to find the names with all these words: the words themselves and, for long names, neighbours among them. */
export function nameQuestions(text: string): NameQuestion[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const pairs = pairsOf(inOrder(text));
  const ends = [...pairs.slice(-1), ...pairs.slice(0, 1)];
  const parts = ends.map((pair): [string, NameQuestion] => {
    const beside = words.filter(word => !pair.includes(word));
    return [pairTerm(pair), { term: pairTerm(pair), beside }];
  });
  return [{ term: nameTerm(words), beside: [] }, ...new Map(parts).values()];
}

/** A name as written, diacritics and all, whatever the order and the case of its words; undefined when it has no diacritics. */
export function spelling(name: string): string | undefined {
  const words = name.normalize('NFC').toLowerCase();
  if (fold(words) === words) return undefined;
  return `spelled ${[...new Set(words.match(/[\p{L}\p{N}]+/gu) ?? [])].sort().join(' ')}`;
}
