import { type SecrecyMark, secrecyMarkIn } from '../../../schemas/secrecy-marks.ts';
import type { PageLine, PageText } from '../../../schemas/stored/page-text.ts';

/** Stamps of secrecy stand under the number of a document, in the upper part of a page. */
const UPPER = 0.4;

/** How the marks come out where a stamp is read from a picture: a stroke above or below gets lost first. */
const MISREAD: readonly (readonly [RegExp, string])[] = [
  [/M[ÂẠẤẦẨẪẶ]T/gu, 'MẬT'],
  [/T[ÔÓỒỔỖỘ]I/gu, 'TỐI'],
  [/TUY[ÊẸẾỀỂỄ]T/gu, 'TUYỆT'],
];

/** The mark of a state secret that a page carries, as a line of its own near its top. */
export function secrecyOf(
  lines: readonly Pick<PageLine, 'text' | 'box'>[],
  source: PageText['source'] = 'layer',
): SecrecyMark | undefined {
  return lines
    .filter(({ box }) => box.top < UPPER)
    .map(({ text }) => secrecyMarkIn(source === 'ocr' ? corrected(text) : text))
    .find(mark => mark !== undefined);
}

const corrected = (text: string): string =>
  MISREAD.reduce((said, [misread, right]) => said.replace(misread, right), text.normalize('NFC'));

/** The first of the pages that carries one. */
export function secrecyOn(
  pages: readonly Pick<PageText, 'page' | 'source' | 'lines'>[],
): { readonly mark: string; readonly page: number } | undefined {
  for (const { page, source, lines } of pages) {
    const found = secrecyOf(lines, source);
    if (found) return { mark: found.mark, page };
  }
  return undefined;
}
