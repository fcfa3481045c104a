import { Blob, Face, Font, Buffer as ShapingBuffer, shape } from 'harfbuzzjs';

/** A glyph as shaping placed it, in units of the font. */
export interface PlacedGlyph {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** A unit of drawing: the glyphs of one or more characters, and the advance of the pen. */
export interface ShapedCluster {
  readonly text: string;
  readonly glyphs: readonly PlacedGlyph[];
  readonly advance: number;
}

/** A font as HarfBuzz reads it. */
export type ShapingFont = Font;

export function shapingFont(bytes: Uint8Array): ShapingFont {
  return new Font(new Face(new Blob(bytes)));
}

/** A glyph is missing: better no document than one with a gap. */
export class MissingGlyphError extends Error {
  override readonly name = 'MissingGlyphError';
}

/**
 * Shapes text into glyphs: marks above their letters, Khmer and Lao letters in their places. Every character is in
 * exactly one cluster, and every cluster is drawn.
 */
export function shapeText(font: ShapingFont, text: string): ShapedCluster[] {
  const buffer = new ShapingBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const starts = [...new Set(infos.map(({ cluster }) => cluster))];
  return starts.map((start, index) => {
    const glyphs: PlacedGlyph[] = [];
    let pen = 0;
    for (const [place, { codepoint: id, cluster }] of infos.entries()) {
      if (cluster !== start) continue;
      if (id === 0) throw new MissingGlyphError(`No glyph at ${start} of a text of ${text.length} units.`);
      const at = positions[place];
      glyphs.push({ id, x: pen + (at?.xOffset ?? 0), y: at?.yOffset ?? 0 });
      pen += at?.xAdvance ?? 0;
    }
    return { text: text.slice(start, starts[index + 1]), glyphs, advance: pen };
  });
}
