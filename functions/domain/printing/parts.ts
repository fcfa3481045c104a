/**
 * What is laid out and not drawn: blanks, tabs, line ends, and the unseen bounds of words in writing without spaces.
 */
const LAID_OUT = /^[\p{Zs}\t\n\u200B-\u200D]$/u;

/** A mark that stands on no letter. */
const LONE_MARK = /^\p{M}/u;

/**
 * One laid-out character; a letter with its marks, or a syllable of Khmer, which one font draws alone; marks on no
 * letter.
 */
const PART = /[\p{Zs}\t\n\u200B-\u200D]|\P{M}(?:\u17D2\P{M}|\p{M})*|\p{M}+/gu;

/** The parts of a text, each of which is laid out or drawn as one. */
export function partsOf(text: string): string[] {
  return text.match(PART) ?? [];
}

export function isLaidOut(part: string): boolean {
  return LAID_OUT.test(part);
}

export function isLoneMark(part: string): boolean {
  return LONE_MARK.test(part);
}
