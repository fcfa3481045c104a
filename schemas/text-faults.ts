import { codePointOf, nameOfCharacter } from './character-names.ts';
import { strangeLetters } from './mixed-scripts.ts';
import { refusalOfSecrecy } from './secrecy-marks.ts';
import type { Words } from './words.ts';

/**
 * Characters that no text of people needs: controls other than tab and line end, format characters and marks that turn the direction
 * of writing, characters that cannot be seen (U+2800 is a Braille sign without dots), private and unassigned ones, half surrogates,
 * and the sign that stands for text already lost.
 */
const NEEDLESS =
  /[[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u2800\uFFF9-\uFFFD]--[\t\n]]/gv;

/** Writing that sets no spaces between words: there the unseen characters tell where a word ends or how letters join. */
const WITHOUT_SPACES =
  /[\p{Script=Khmer}\p{Script=Lao}\p{Script=Thai}\p{Script=Myanmar}\p{Script=Cham}\p{Script=Tai_Viet}]/u;
const WORD_BOUNDS = /[\u200B-\u200D]/u;

/**
 * Marks heaped on a letter so that they run over the lines above and below. No Latin letter has more than two, taken apart (ế, ậ);
 * Khmer, Lao and Thai have up to four.
 */
const HEAPED = /(?:\p{Script=Latin}(?=\p{M}{3})|(?:\P{M}|^)(?=\p{M}{5}))\p{M}+/gu;

const PLAIN = /^[\x20-\x7E]*$/;

/** Where an unseen or needless character stands: its place from 1, counted in characters, and itself. */
export interface NeedlessCharacter {
  readonly place: number;
  readonly character: string;
}

/** The characters of a text that no text of people needs, each with its place. */
export function needlessCharacters(text: string): NeedlessCharacter[] {
  if (PLAIN.test(text)) return [];
  return [...text.matchAll(NEEDLESS)].flatMap(({ 0: character, index }) =>
    character === '\r' || character === '\uFE0E' || character === '\uFE0F' || boundsWord(text, index)
      ? []
      : [{ place: [...text.slice(0, index)].length + 1, character }],
  );
}

/** A text without them, for what was written elsewhere or is only looked for. */
export function withoutNeedless(text: string): string {
  const needless = new Set(needlessCharacters(text).map(({ place }) => place));
  return needless.size === 0 ? text : [...text].filter((_, index) => !needless.has(index + 1)).join('');
}

function boundsWord(text: string, index: number): boolean {
  if (!WORD_BOUNDS.test(text.charAt(index))) return false;
  const before = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? '';
  const [after = ''] = text.slice(index + 1, index + 3);
  return WITHOUT_SPACES.test(before) || WITHOUT_SPACES.test(after);
}

/** What is said of a text that holds needless characters; undefined where it holds none. */
export function refusalOfCharacters(text: string): Words | undefined {
  const found = needlessCharacters(text).map(({ place, character }) => ({
    place,
    what: nameOfCharacter(character),
  }));
  return worded(found, {
    vi: 'có ký tự không được dùng trong văn bản',
    en: 'contains characters that are not allowed in text',
  });
}

/** What is said of a text that cannot be taken as it is; undefined where nothing is wrong with it. */
export function refusalOf(text: string): Words | undefined {
  if (PLAIN.test(text)) return undefined;
  return (
    refusalOfCharacters(text) ?? refusalOfMarks(text) ?? refusalOfScripts(text) ?? refusalOfSecrecy(text)
  );
}

function refusalOfMarks(text: string): Words | undefined {
  const apart = text.normalize('NFD');
  const found = [...apart.matchAll(HEAPED)].map(({ 0: heap, index }) => ({
    place: [...apart.slice(0, index).normalize('NFC')].length + 1,
    what: codePointOf(heap),
  }));
  return worded(found, {
    vi: 'có chữ cái mang quá nhiều dấu',
    en: 'has letters with too many marks on them',
  });
}

function refusalOfScripts(text: string): Words | undefined {
  const found = strangeLetters(text.normalize('NFC')).map(({ place, letter }) => ({
    place,
    what: `“${letter}” (${codePointOf(letter)})`,
  }));
  return worded(found, {
    vi: 'có từ viết lẫn các hệ chữ khác nhau, như chữ Nga hay chữ Hy Lạp trông giống chữ Việt',
    en: 'has words in letters of several scripts, such as Cyrillic or Greek ones that look like Latin ones',
  });
}

/** Most that one refusal names of a text. */
const MOST_NAMED = 5;

function worded(found: readonly { place: number; what: string }[], fault: Words): Words | undefined {
  if (found.length === 0) return undefined;
  const more = found.length - MOST_NAMED;
  const list = (at: (place: number) => string) =>
    found
      .slice(0, MOST_NAMED)
      .map(({ place, what }) => `${at(place)}: ${what}`)
      .join('; ');
  return {
    vi: `${fault.vi} (${list(place => `vị trí ${place}`)}${more > 0 ? `; và ${more} ký tự nữa` : ''})`,
    en: `${fault.en} (${list(place => `position ${place}`)}${more > 0 ? `; and ${more} more` : ''})`,
  };
}
