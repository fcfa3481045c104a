import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import { fold, wordsOf } from './fold.ts';

/**
 * A term by which a dossier is found. `grade` counts what the term leaves out of the name, 0 for all of it: fewer words left out are a
 * better match. Terms are personal data; stores keep their keyed digests.
 */
export interface SearchTerm {
  readonly term: string;
  readonly grade: number;
}

/** Names of persons have two to four words, a few five; longer ones, of organisations, are not taken apart into every choice of words. */
const MOST_WORDS = 4;
/** Of a long name, so many of its last words are terms by themselves: the first ones are those that all firms share. */
const LAST_WORDS = 7;
/** The worst grade: what is left out beyond it makes no difference. */
export const WORST_GRADE = 3;

export const nameTerm = (words: readonly string[]) => `name ${words.join(' ')}`;
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
  const choices = words.length <= MOST_WORDS ? choicesOf(words) : [words, ...partsOf(name, LAST_WORDS)];
  const terms = choices.map(choice => ({
    term: nameTerm(choice),
    grade: Math.min(words.length - choice.length, WORST_GRADE),
  }));
  return [...new Map(terms.map(term => [term.term, term])).values()];
}

/** Every non-empty choice of the words, each in the order of the alphabet. */
function choicesOf(words: readonly string[]): string[][] {
  return Array.from({ length: 2 ** words.length - 1 }, (_, index) =>
    words.filter((_word, place) => ((index + 1) >> place) & 1),
  );
}

/** The last words of a text, and each two neighbours of them. */
function partsOf(text: string, most: number): string[][] {
  const inOrder = (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).slice(-most);
  const pairs = inOrder.slice(1).map((word, index) => wordsOf(`${inOrder[index]} ${word}`));
  return [...inOrder.map(word => [word]), ...pairs];
}

/** A term to look for. What an uncertain one finds has some of the words asked for; the names found must be looked at. */
export interface NameQuestion {
  readonly term: string;
  readonly certain: boolean;
}

/** What to look for to find the names with all these words: the words themselves and, for long names, two neighbours of them. */
export function nameQuestions(text: string): NameQuestion[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const pairs =
    words.length > 2 ? partsOf(text, Number.POSITIVE_INFINITY).filter(part => part.length === 2) : [];
  const ends = [...pairs.slice(-1), ...pairs.slice(0, 1)].map(nameTerm);
  return [
    { term: nameTerm(words), certain: true },
    ...[...new Set(ends)].map(term => ({ term, certain: false })),
  ];
}

/** Whether a name has all the words of a text. */
export function hasWords(name: string, text: string): boolean {
  const has = new Set(wordsOf(name));
  return wordsOf(text).every(word => has.has(word));
}

/** A name as written, diacritics and all, whatever the order and the case of its words; undefined when it has no diacritics. */
export function spelling(name: string): string | undefined {
  const words = name.normalize('NFC').toLowerCase();
  if (fold(words) === words) return undefined;
  return `spelled ${[...new Set(words.match(/[\p{L}\p{N}]+/gu) ?? [])].sort().join(' ')}`;
}
