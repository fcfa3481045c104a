/**
 * Characters that affect layout but are not drawn: blanks, tabs, line ends, and invisible word boundaries in scripts
 * without spaces.
 */
const LAID_OUT = /^[\p{Zs}\t\n\u200B-\u200D]$/u;

/** A mark without a base letter. */
const LONE_MARK = /^\p{M}/u;

/**
 * One unit of layout: a layout character; a letter with its marks or a Khmer syllable, drawn by a single font; or
 * marks without a letter.
 */
const PART = /[\p{Zs}\t\n\u200B-\u200D]|\P{M}(?:\u17D2\P{M}|\p{M})*|\p{M}+/gu;

/** Splits a text into units of layout. */
export function partsOf(text: string): string[] {
  return text.match(PART) ?? [];
}

export function isLaidOut(part: string): boolean {
  return LAID_OUT.test(part);
}

export function isLoneMark(part: string): boolean {
  return LONE_MARK.test(part);
}
