import type { PageLine } from '../../../schemas/stored/page-text.ts';

/** Below this mean confidence a page reads as nonsense. */
export const READABLE = 60;

/** How many letters the text of a page with pictures has at least: fewer are a scanner’s own footer. */
const LEAST_LETTERS = 40;

/**
 * Whether a page’s own text is good enough to be used instead of reading its picture: made of letters, and long enough
 * where there is more on the page. Fonts without a table of characters give signs of private use or none.
 */
export function isGoodLayer(text: string, hasMore: boolean): boolean {
  const signs = [...text.replace(/\s/gu, '')];
  const letters = signs.filter(
    sign => /[\p{L}\p{N}\p{P}\p{S}]/u.test(sign) && !/[\uFFFD\uE000-\uF8FF]/u.test(sign),
  );
  return letters.length >= (hasMore ? LEAST_LETTERS : 1) && letters.length >= 0.9 * signs.length;
}

/** The text of a page, line by line. */
export const textOf = (lines: readonly PageLine[]): string => lines.map(({ text }) => text).join('\n');

/** The mean confidence of lines by their length; null if there is none. */
export function meanConfidence(lines: readonly Pick<PageLine, 'text' | 'confidence'>[]): number | null {
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (letters === 0) return null;
  const sum = lines.reduce((total, { text, confidence }) => total + confidence * text.length, 0);
  return Math.round(sum / letters);
}
