import type { PageLine } from '../../../../schemas/stored/page-text.ts';
import type { GreyImage } from '../../../domain/digitizing/grey-image.ts';

/** Rows of Tesseract’s table that hold a word. */
const WORD = '5';

interface Word {
  readonly line: string;
  readonly text: string;
  readonly confidence: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The lines in Tesseract’s table of words. */
export function linesOfTsv(tsv: string, { width, height }: Pick<GreyImage, 'width' | 'height'>): PageLine[] {
  const words = tsv.split('\n').flatMap(row => wordOf(row.split('\t')));
  return [...Map.groupBy(words, ({ line }) => line).values()].map(together => {
    const side = (pick: (word: Word) => number, of: (...values: number[]) => number) =>
      of(...together.map(pick));
    const [left, right] = [side(word => word.left, Math.min), side(word => word.right, Math.max)];
    const [top, bottom] = [side(word => word.top, Math.min), side(word => word.bottom, Math.max)];
    const letters = together.reduce((sum, { text }) => sum + text.length, 0);
    const sum = together.reduce((total, { text, confidence }) => total + text.length * confidence, 0);
    return {
      text: together.map(({ text }) => text).join(' '),
      box: {
        left: share(left, width),
        top: share(top, height),
        width: share(right - left, width),
        height: share(bottom - top, height),
      },
      confidence: Math.round(sum / letters),
    };
  });
}

const share = (length: number, whole: number) => Math.min(1, Math.max(0, length / whole));

function wordOf(cells: readonly string[]): Word[] {
  const [level, page, block, paragraph, line, , ...figures] = cells;
  const text = (cells[11] ?? '').trim().normalize('NFC');
  if (level !== WORD || text === '') return [];
  const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = figures.slice(0, 5).map(Number);
  const place = `${page}.${block}.${paragraph}.${line}`;
  const sure = Math.min(100, Math.max(0, confidence));
  return [{ line: place, text, confidence: sure, left, top, right: left + width, bottom: top + height }];
}
