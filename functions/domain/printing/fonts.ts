import type { FontName } from '../../../schemas/printing/fonts.ts';
import coverage from './font-coverage.json' with { type: 'json' };
import { isLoneMark } from './parts.ts';

/** The characters of one font, as sorted bounds: first, last, first, last … */
type Bounds = readonly number[];

/** The plainest first. */
const { fonts } = coverage;

const MARK = /\p{M}/u;
const bounds = new Map<FontName, Bounds>();

function boundsOf(font: FontName): Bounds {
  let found = bounds.get(font);
  if (found === undefined) {
    const ranges = fonts.find(({ name }) => name === font)?.characters ?? '';
    let end = 0;
    found = ranges.split(' ').flatMap(range => {
      const [gap = '', more = '0'] = range.split('.');
      const first = end + Number.parseInt(gap, 36);
      end = first + Number.parseInt(more, 36);
      return [first, end];
    });
    bounds.set(font, found);
  }
  return found;
}

function hasGlyph(font: FontName, character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  const all = boundsOf(font);
  let low = 0;
  let high = all.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (all[2 * middle] ?? 0)) high = middle - 1;
    else if (codePoint > (all[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

function draws({ name, setsMarks }: (typeof fonts)[number], part: string): boolean {
  const characters = [...part];
  if (isLoneMark(part) || (!setsMarks && MARK.test(part))) return false;
  return characters.every(character => hasGlyph(name, character));
}

/** Every character that some font can draw. */
export function* printableCharacters(): Generator<string> {
  for (const { name } of fonts) {
    const all = boundsOf(name);
    for (let at = 0; at < all.length; at += 2) {
      for (let codePoint = all[at] ?? 0; codePoint <= (all[at + 1] ?? 0); codePoint++)
        yield String.fromCodePoint(codePoint);
    }
  }
}

/** Whether any font can draw a character, at least on its own. */
export function drawnBySome(character: string): boolean {
  return fonts.some(({ name }) => hasGlyph(name, character));
}

/**
 * The font that can draw all of these parts, the plainest first; undefined if no single one can. Marks that do not
 * combine with a letter (ê̆, ƀ̆) are left to fonts that place them above their letter.
 */
export function fontFor(parts: readonly string[]): FontName | undefined {
  return fonts.find(font => parts.every(part => draws(font, part)))?.name;
}
