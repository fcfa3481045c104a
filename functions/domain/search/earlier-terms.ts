import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { NameQuestion } from './name-question.ts';
import {
  choiceTerms,
  LAST_WORDS,
  MOST_WORDS,
  nameTerm,
  pairTerm,
  type SearchTerm,
  termsOf,
  WORST_GRADE,
} from './search-terms.ts';

/*
 * Folding 1, by which entries were written until November 2026: only letters that Unicode takes apart and Đ were read as plain ones, an
 * apostrophe could be a letter, +84 and 0 together were another number. What it wrote is still found, and known to be replaced.
 */

const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
const wordsInOrder = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const sorted = (words: readonly string[]) => [...new Set(words)].sort();
const pairsOf = (words: readonly string[]) =>
  words.slice(1).map((word, index) => sorted([words[index] ?? '', word]));

/** Every term under which an earlier version may have filed an applicant. */
export function earlierTerms(applicant: Applicant): SearchTerm[] {
  const terms = termsOf(applicant, earlierNameTerms);
  return applicant.phone?.startsWith('+84')
    ? [...terms, { term: `phone 00${applicant.phone.slice(3)}`, grade: 0 }]
    : terms;
}

function earlierNameTerms(name: string): SearchTerm[] {
  const words = sorted(wordsInOrder(name));
  if (words.length <= MOST_WORDS) return choiceTerms(words);
  const last = wordsInOrder(name).slice(-LAST_WORDS);
  const terms = [
    { term: nameTerm(words), grade: 0 },
    ...last.map(word => ({ term: nameTerm([word]), grade: WORST_GRADE })),
    ...pairsOf(last).map(pair => ({ term: pairTerm(pair), grade: WORST_GRADE, words })),
  ];
  return [...new Map(terms.map(term => [term.term, term])).values()];
}

/** The term an earlier version used for a telephone number typed as it had been written. */
export function earlierPhoneTerms(text: string): string[] {
  const digits = text.replace(/[\s.-]/g, '');
  return /^\+840\d{8,9}$/.test(digits) ? [`phone 0${digits.slice(3)}`] : [];
}

/** The term of the earlier folding. For most names it equals the current one. */
export function earlierQuestions(text: string): NameQuestion[] {
  const words = sorted(wordsInOrder(text));
  if (words.length === 0) return [];
  const pairs = pairsOf(wordsInOrder(text)).filter(pair => pair.length === 2);
  return [
    { term: nameTerm(words), beside: [], among: 'allWords' },
    ...[...pairs.slice(-1), ...pairs.slice(0, 1)].map(
      (pair): NameQuestion => ({
        term: pairTerm(pair),
        beside: words.filter(word => !pair.includes(word)),
        among: 'someWords',
      }),
    ),
  ];
}
