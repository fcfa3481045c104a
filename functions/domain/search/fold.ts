import { APOSTROPHES, lookAlikes } from './look-alikes.ts';

/**
 * The version of how texts are folded and what terms are made of names. Entries carry it; those of an earlier one are still found by what
 * they were written by (earlier-terms.ts) until they are rewritten.
 */
export const FOLDING = 2;

/**
 * Marks above and below letters, what cannot be seen, and the dot within a word (Catalan, names from Xinjiang). Vowels of Lao, Khmer and
 * others are marks too, but parts of their word.
 */
const DROPPED = /[\p{M}&&\p{Script=Inherited}]|\p{Default_Ignorable_Code_Point}|·/gv;

const APOSTROPHE = new RegExp(APOSTROPHES, 'gu');
const PLAIN = /^[ -~]*$/;

/**
 * A text as it is looked for, whoever wrote it on whatever keyboard: small letters without diacritics, look-alikes as the letter they look
 * like, one apostrophe. `Nguyễn Văn Á`, `NGUYEN VAN A` and the same in decomposed letters are one; other scripts stay as they are.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(DROPPED, '')
    .toLowerCase()
    .replace(APOSTROPHE, "'")
    .replace(/[^\0-\x7F]/gu, letter => lookAlikes.get(letter) ?? letter);
}

/** The words of a text, folded, in their order. */
export const wordsInOrder = (text: string): string[] => fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** The different words of a text, folded, in the order of the alphabet: their order in the text does not matter. */
export const wordsOf = (text: string): string[] => [...new Set(wordsInOrder(text))].sort();

/** A name as it is compared: what is between its words means nothing, their order does. */
export const foldName = (text: string): string => wordsInOrder(text).join(' ');
