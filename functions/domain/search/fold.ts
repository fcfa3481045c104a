import { APOSTROPHES, lookAlikes } from './look-alikes.ts';

/**
 * The version of text folding and of the terms made from names. Entries carry it; older ones are still found by their
 * own terms (earlier-terms.ts) until they are rewritten.
 */
export const FOLDING = 2;

/**
 * Diacritics, invisible characters, and the dot within a word (Catalan, names from Xinjiang). Vowels of Lao, Khmer
 * and others are marks too, but part of their word.
 */
const DROPPED = /[\p{M}&&\p{Script=Inherited}]|\p{Default_Ignorable_Code_Point}|·/gv;

const APOSTROPHE = new RegExp(APOSTROPHES, 'gu');
const PLAIN = /^[ -~]*$/;

/**
 * A text in searchable form, whatever keyboard it was typed on: lower case without diacritics, look-alikes as the
 * letter they resemble, one kind of apostrophe. `Nguyễn Văn Á`, `NGUYEN VAN A` and the same in decomposed letters are
 * equal; other scripts stay as they are.
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

/** The distinct words of a text, folded, in alphabetical order: their order in the text does not matter. */
export const wordsOf = (text: string): string[] => [...new Set(wordsInOrder(text))].sort();

/** A name in comparable form: what separates its words does not matter, their order does. */
export const foldName = (text: string): string => wordsInOrder(text).join(' ');
