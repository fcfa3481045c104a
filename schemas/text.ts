import * as z from 'zod';
import { nameOfCharacter } from './character-names.ts';
import type { Words } from './words.ts';

/**
 * Characters that do not belong in text: controls other than tab and line end, direction marks, invisible characters,
 * private and unassigned ones, half surrogates, and the replacement character of text already lost.
 */
const NEEDLESS =
  /[[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\uFFF9-\uFFFD]--[\t\n]]/gv;

/** Scripts without spaces between words: there invisible characters mark word boundaries or control joining. */
const WITHOUT_SPACES =
  /[\p{Script=Khmer}\p{Script=Lao}\p{Script=Thai}\p{Script=Myanmar}\p{Script=Cham}\p{Script=Tai_Viet}]/u;
const WORD_BOUNDS = /[\u200B-\u200D]/u;

const PLAIN = /^[\x20-\x7E]*$/;

/** A forbidden or invisible character and its position, counted in characters from 1. */
export interface NeedlessCharacter {
  readonly place: number;
  readonly character: string;
}

/**
 * A text as it is kept: composed (NFC), with one kind of line end. Vietnamese tones typed before the circumflex or
 * breve (as some keyboards send them) are put after it, or they would never compose. Selectors between the text and
 * the emoji look of a symbol are dropped: documents have one look. Letters that came joined out of a printed text (ﬁ)
 * are letters again.
 */
export function normalizeText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\uFE0E\uFE0F]/g, '')
    .replace(/[\uFB00-\uFB06]/g, joined => joined.normalize('NFKC'))
    .normalize('NFD')
    .replace(
      /([aeo])([\u0300\u0301\u0303\u0309])(\u0302)|(a)([\u0300\u0301\u0303\u0309])(\u0306)/gi,
      toneLast,
    )
    .normalize('NFC');
}

function toneLast(_: string, ...groups: (string | undefined)[]): string {
  const [letter, tone, mark, a, toneOfA, breve] = groups;
  return letter === undefined ? `${a}${breve}${toneOfA}` : `${letter}${mark}${tone}`;
}

/** The forbidden characters of a text, each with its position. */
export function needlessCharacters(text: string): NeedlessCharacter[] {
  if (PLAIN.test(text)) return [];
  return [...text.matchAll(NEEDLESS)].flatMap(({ 0: character, index }) =>
    character === '\r' || character === '\uFE0E' || character === '\uFE0F' || boundsWord(text, index)
      ? []
      : [{ place: [...text.slice(0, index)].length + 1, character }],
  );
}

function boundsWord(text: string, index: number): boolean {
  if (!WORD_BOUNDS.test(text.charAt(index))) return false;
  const before = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? '';
  const [after = ''] = text.slice(index + 1, index + 3);
  return WITHOUT_SPACES.test(before) || WITHOUT_SPACES.test(after);
}

/** Most characters named in one refusal. */
const MOST_NAMED = 5;

/** The fault of a text with forbidden characters; undefined if it has none. */
export function refusalOf(text: string): Words | undefined {
  const found = needlessCharacters(text);
  if (found.length === 0) return undefined;
  const more = found.length - MOST_NAMED;
  const list = (at: (place: number) => string) =>
    found
      .slice(0, MOST_NAMED)
      .map(({ place, character }) => `${at(place)}: ${nameOfCharacter(character)}`)
      .join('; ');
  return {
    vi: `có ký tự không được dùng trong văn bản (${list(place => `vị trí ${place}`)}${more > 0 ? `; và ${more} ký tự nữa` : ''})`,
    en: `contains characters that are not allowed in text (${list(place => `position ${place}`)}${more > 0 ? `; and ${more} more` : ''})`,
  };
}

/**
 * A text on one line: blanks, tabs and line ends between words become one space. Forbidden characters are refused
 * where requests arrive, not here, because stored items are read with this as well.
 */
export function oneLine(min: number, max: number) {
  return z
    .string()
    .overwrite(text => normalizeText(text).replace(/\s+/g, ' ').trim())
    .min(min)
    .max(max);
}

/** A text of several lines, with its tabs and line ends. */
export function severalLines(min: number, max: number) {
  return z
    .string()
    .overwrite(text =>
      normalizeText(text)
        .replace(/[^\S\n]+(?=\n|$)/g, '')
        .replace(/^\n+|\s+$/g, ''),
    )
    .min(min)
    .max(max);
}
