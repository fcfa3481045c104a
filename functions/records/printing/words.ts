import type { FontName } from '../../../schemas/printing/fonts.ts';
import { fontFor } from '../../domain/printing/fonts.ts';
import { isLaidOut, partsOf } from '../../domain/printing/parts.ts';
import { MissingGlyphError } from './shape-text.ts';

/** The font of spaces, as of nearly everything. */
export const MAIN_FONT: FontName = 'serif';

/** A stretch of text in one font. */
export interface Run {
  readonly font: FontName;
  readonly text: string;
}

export interface Word {
  readonly kind: 'word';
  readonly parts: readonly string[];
  readonly runs: readonly Run[];
}

/** The piece a line is composed of. A line may break after a space or tab, and between two adjacent words. */
export type Piece = Word | { readonly kind: 'space' } | { readonly kind: 'tab' };

/** Keeps both neighbors on one line: part of the word, drawn as a blank. */
const FIXED_SPACE = /[\u00A0\u2007\u202F]/u;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;
const OPENS = /[\p{Ps}\p{Pi}]$/u;
const CLOSES = /^[\p{Pe}\p{Pf}\p{Po}々〻ー]/u;
const WITHOUT_SPACES = /[\p{Script=Khmer}\p{Script=Lao}\p{Script=Tai_Viet}]/u;

/** Segments the words of Khmer and Lao, which are written without spaces. */
const segmenters = {
  km: new Intl.Segmenter('km', { granularity: 'word' }),
  lo: new Intl.Segmenter('lo', { granularity: 'word' }),
};

/** One line of text, without line ends, split into pieces. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let word: string[] = [];
  const end = () => {
    if (word.length > 0) pieces.push(wordOf(word));
    word = [];
  };
  for (const part of partsOf(text)) {
    if (FIXED_SPACE.test(part)) {
      word.push(' ');
      continue;
    }
    if (isLaidOut(part)) {
      end();
      if (part === '\t') pieces.push({ kind: 'tab' });
      else if (/\p{Zs}/u.test(part)) pieces.push({ kind: 'space' });
      continue;
    }
    const before = word.at(-1);
    if (before !== undefined && mayBreakBetween(before, part)) end();
    word.push(part);
  }
  end();
  return pieces.flatMap(piece => (piece.kind === 'word' ? dividedByWords(piece.parts) : [piece]));
}

/** Assembles a word from its parts: in one font if one draws it all, so that it looks uniform. */
export function wordOf(parts: readonly string[]): Word {
  const whole = fontFor(parts.filter(part => part !== ' '));
  if (whole !== undefined) return { kind: 'word', parts, runs: [{ font: whole, text: parts.join('') }] };
  const runs: { font: FontName; text: string }[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    const font = part === ' ' ? (last?.font ?? MAIN_FONT) : fontFor([part]);
    if (font === undefined) throw new MissingGlyphError('No font draws a character of this document.');
    if (last?.font === font) last.text += part;
    else runs.push({ font, text: part });
  }
  return { kind: 'word', parts, runs };
}

function mayBreakBetween(before: string, after: string): boolean {
  if (!HAN.test(before) && !HAN.test(after)) return false;
  return !OPENS.test(before) && !CLOSES.test(after);
}

function dividedByWords(parts: readonly string[]): Piece[] {
  const text = parts.join('');
  if (!WITHOUT_SPACES.test(text)) return [wordOf(parts)];
  const segmenter = /\p{Script=Lao}/u.test(text) ? segmenters.lo : segmenters.km;
  const ends = new Set([...segmenter.segment(text)].map(({ index, segment }) => index + segment.length));
  const words: string[][] = [[]];
  let at = 0;
  for (const part of parts) {
    words.at(-1)?.push(part);
    at += part.length;
    if (ends.has(at)) words.push([]);
  }
  return words.filter(word => word.length > 0).map(wordOf);
}
