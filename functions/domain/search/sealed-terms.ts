import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import { spelling, termsOf, wordTerm } from './search-terms.ts';

/** Digests a term with the deployment's secret: the table has no name or number in a key. */
export interface SealTerm {
  termKey(term: string): string;
}

/** The search terms of an applicant, sealed. */
export interface SealedTerms {
  readonly terms: readonly {
    readonly digest: string;
    readonly grade: number;
    /** Marks of all words of a long name, on the terms of its parts. */
    readonly words?: string;
  }[];
  /** The name as spelled, to rank exact spellings first; undefined for a name without diacritics. */
  readonly spelled: string | undefined;
}

/** Seals the terms of an applicant. */
export function sealTerms(applicant: Applicant, seal: SealTerm, terms = termsOf(applicant)): SealedTerms {
  const spelled = spelling(applicant.name);
  return {
    terms: terms.map(({ term, grade, words }) => ({
      digest: seal.termKey(term),
      grade,
      ...(words && { words: words.map(word => markOf(word, seal)).join('') }),
    })),
    spelled: spelled && seal.termKey(spelled),
  };
}

/** Length of a word's mark in characters: sixteen million values, so that words hardly ever collide. */
const MARK = 4;

/** A word's mark beside a term: enough of its digest to distinguish words. */
function markOf(word: string, seal: SealTerm): string {
  return seal.termKey(wordTerm(word)).slice(0, MARK);
}

/** Whether a name has all these words, by its own marks. */
export function hasWords(marks: string, words: readonly string[], seal: SealTerm): boolean {
  const has = new Set(
    Array.from({ length: marks.length / MARK }, (_, nth) => marks.slice(nth * MARK, (nth + 1) * MARK)),
  );
  return words.every(word => has.has(markOf(word, seal)));
}
