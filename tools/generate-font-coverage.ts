import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face, Font } from 'harfbuzzjs';
import { printFonts } from '../schemas/printing/fonts.ts';
import { needlessCharacters } from '../schemas/text-faults.ts';

const require = createRequire(import.meta.url);

/** Written from right to left, which the lines of documents are not laid out for. */
const RIGHT_TO_LEFT = /[\p{scx=Hebrew}\p{scx=Arabic}\p{scx=Syriac}\p{scx=Thaana}\p{scx=Nko}\p{scx=Adlam}]/u;
/** Laid out, not drawn. */
const LAID_OUT = /[\p{Z}\t\n\r\u200B-\u200D]/u;

/** Letters and punctuation that a font which sets marks needs beside them. */
const MAIN_FONTS = ['serif', 'serif-with-marks'];

/**
 * Which characters the fonts draw with which documents are printed: what those functions ask that carry no fonts. A
 * character counts if every style of the font has it. What an earlier font draws is left to it.
 */
export function fontCoverage(): string {
  const drawn = new Set<number>();
  const fonts = printFonts.map(({ name, package: holder, setsMarks, styles }) => {
    const { version } = JSON.parse(readFileSync(require.resolve(`${holder}/package.json`), 'utf8'));
    const [first = new Set<number>(), ...others] = Object.values(styles).map(file =>
      codePointsOf(require.resolve(`${holder}/${file}`)),
    );
    const own = [...first].filter(
      codePoint =>
        others.every(style => style.has(codePoint)) &&
        (MAIN_FONTS.includes(name) || !drawn.has(codePoint)) &&
        isText(codePoint) &&
        (setsMarks || !/\p{M}/u.test(String.fromCodePoint(codePoint))),
    );
    for (const codePoint of own) drawn.add(codePoint);
    return { name, package: `${holder}@${version}`, setsMarks, characters: rangesOf(own) };
  });
  return `${JSON.stringify({ version: 1, fonts }, undefined, 2)}\n`;
}

/** What the font has a glyph for that leaves ink: a glyph that shows nothing is as good as none. */
function codePointsOf(file: string): Set<number> {
  const face = new Face(new Blob(readFileSync(file)));
  const font = new Font(face);
  return new Set(
    [...face.collectUnicodes()].filter(codePoint => {
      const extents = font.glyphExtents(font.nominalGlyph(codePoint) ?? 0);
      return extents !== undefined && extents.width !== 0 && extents.height !== 0;
    }),
  );
}

function isText(codePoint: number): boolean {
  const character = String.fromCodePoint(codePoint);
  return (
    !LAID_OUT.test(character) && !RIGHT_TO_LEFT.test(character) && needlessCharacters(character).length === 0
  );
}

/**
 * `x.2l 2a`: stretches of code points, each as its distance from the end of the one before and how many follow its
 * first; in base 36.
 */
function rangesOf(codePoints: readonly number[]): string {
  const stretches: [number, number][] = [];
  for (const codePoint of codePoints.toSorted((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last && last[1] === codePoint - 1) last[1] = codePoint;
    else stretches.push([codePoint, codePoint]);
  }
  return stretches
    .map(([first, last], index) => {
      const gap = (first - (stretches[index - 1]?.[1] ?? 0)).toString(36);
      return first === last ? gap : `${gap}.${(last - first).toString(36)}`;
    })
    .join(' ');
}
