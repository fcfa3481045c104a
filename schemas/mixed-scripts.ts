/**
 * Scripts that may stand with Latin letters in one word: UTS #39's level “moderately restrictive”, which is each recommended script
 * by itself, or Chinese, Japanese and Korean with what they are written with, but never Cyrillic or Greek, whose letters look like
 * Latin ones. Beside the recommended ones (UAX #31, table 5) those of Viet Nam's minorities. Which letters a script has is known to
 * the regular expressions of the runtime (`Script_Extensions`), so that no table of them is kept here.
 */
const WITH_LATIN = `Han Bopomofo, Han Hiragana Katakana, Han Hangul,
  Arabic, Armenian, Bengali, Cham, Devanagari, Ethiopic, Georgian, Gujarati, Gurmukhi, Hebrew, Kannada, Khmer, Lao, Malayalam,
  Myanmar, Oriya, Sinhala, Tai_Tham, Tai_Viet, Tamil, Telugu, Thaana, Thai, Tibetan`
  .split(/,\s+/)
  .map(scripts => scripts.split(' '));
const APART = ['Cyrillic', 'Greek'];

/** Greek letters of units and formulas that no Latin letter looks like: kΩ, cosφ, Δt. */
const OF_FORMULAS = 'ΓΔΘΛΞΠΣΦΨΩδζθλμξπφψω';

const classOf = (scripts: readonly string[]) =>
  ['Common', 'Inherited', ...scripts].map(script => `\\p{Script_Extensions=${script}}`).join('');
const wholly = (scripts: readonly string[], more = '') => `[${classOf(scripts)}${more}]*`;

const LATIN = new RegExp(`^${wholly(['Latin'])}$`, 'u');
const ONE_SCRIPT = new RegExp(
  `^(?:${[
    ...WITH_LATIN.map(scripts => wholly(['Latin', ...scripts])),
    ...APART.map(script => wholly([script])),
  ].join('|')})$`,
  'u',
);
const FORMULA = new RegExp(`^${wholly(['Latin'], OF_FORMULAS)}$`, 'u');

const WORD = /[\p{L}\p{M}]+/gu;
const OTHER_THAN_LATIN = new RegExp(`[^${classOf(['Latin'])}]`, 'u');

/** A letter of another script than its word: its place in the text from 1, counted in characters. */
export interface StrangeLetter {
  readonly place: number;
  readonly letter: string;
}

/** The first strange letter of each word of a text that is written in scripts which do not go together. */
export function strangeLetters(text: string): StrangeLetter[] {
  if (LATIN.test(text)) return [];
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (ONE_SCRIPT.test(word) || FORMULA.test(word)) return [];
    const within = word.search(OTHER_THAN_LATIN);
    const [letter = ''] = word.slice(within);
    return [{ place: [...text.slice(0, index + within)].length + 1, letter }];
  });
}

/** Whether a text as a whole, as a name is, is written in scripts that go together. */
export function isOfOneScript(text: string): boolean {
  return ONE_SCRIPT.test(text);
}
