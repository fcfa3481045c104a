import type { PlacedGlyph } from './shape-text.ts';

/** The font subset of the PDF library, as far as it is used here. */
export interface FontSubset {
  /** Glyphs of the subset, by their ids in the font. */
  readonly glyphs: number[];
  readonly glyf: Uint8Array[];
  readonly loca: { readonly offsets: number[] };
  readonly hmtx: { readonly metrics: { advance: number; bearing: number }[] };
  offset: number;
  includeGlyph(id: number): number;
  _addGlyph(id: number): number;
}

/** Bounds of a glyph, in units of the font. */
export interface GlyphBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

interface ComposedGlyph {
  readonly glyphs: readonly PlacedGlyph[];
  readonly advance: number;
}

/** Ids above those of any font. */
const FIRST_COMPOSED = 0x1_0000;
/** Arguments are words and offsets; more components follow. */
const WORD_OFFSETS = 0x0003;
const MORE = 0x0020;

/**
 * Composes glyphs from others, such as a letter and its marks, in the embedded subset of a font. Each cluster is then
 * one code of the document, which tells what it stands for: a PDF reader finds the text as written, in order and on
 * its line.
 */
export class ComposedGlyphs {
  readonly #subset: FontSubset;
  readonly #boxOf: (id: number) => GlyphBox;
  readonly #composed: ComposedGlyph[] = [];

  constructor(subset: FontSubset, boxOf: (id: number) => GlyphBox) {
    this.#subset = subset;
    this.#boxOf = boxOf;
    const addPlain = subset._addGlyph.bind(subset);
    subset._addGlyph = id => {
      const composed = this.#composed[id - FIRST_COMPOSED];
      return composed ? this.#add(composed) : addPlain(id);
    };
  }

  /** Adds a glyph of the font, or a composed one, to the subset; returns its id there. */
  include(glyphs: readonly PlacedGlyph[], advance: number): number {
    const [only] = glyphs;
    const plain = glyphs.length === 1 && only?.x === 0 && only.y === 0;
    const id = plain ? only.id : FIRST_COMPOSED + this.#composed.push({ glyphs, advance }) - 1;
    return this.#subset.glyphs.push(id) - 1;
  }

  get any(): boolean {
    return this.#composed.length > 0;
  }

  #add({ glyphs, advance }: ComposedGlyph): number {
    const subset = this.#subset;
    const box = this.#around(glyphs);
    const record = new DataView(new ArrayBuffer(10 + glyphs.length * 8));
    for (const [index, value] of [-1, box.minX, box.minY, box.maxX, box.maxY].entries())
      record.setInt16(index * 2, value);
    for (const [index, { id, x, y }] of glyphs.entries()) {
      const at = 10 + index * 8;
      record.setUint16(at, index < glyphs.length - 1 ? WORD_OFFSETS | MORE : WORD_OFFSETS);
      record.setUint16(at + 2, subset.includeGlyph(id));
      record.setInt16(at + 4, x);
      record.setInt16(at + 6, y);
    }
    subset.glyf.push(new Uint8Array(record.buffer));
    subset.loca.offsets.push(subset.offset);
    subset.hmtx.metrics.push({ advance, bearing: box.minX });
    subset.offset += record.byteLength;
    return subset.glyf.length - 1;
  }

  #around(glyphs: readonly PlacedGlyph[]): GlyphBox {
    const boxes = glyphs.flatMap(({ id, x, y }) => {
      const box = this.#boxOf(id);
      // A glyph without ink, such as a joiner's, has no bounds.
      if (!Number.isFinite(box.minX)) return [];
      return [{ minX: box.minX + x, minY: box.minY + y, maxX: box.maxX + x, maxY: box.maxY + y }];
    });
    return {
      minX: Math.min(0, ...boxes.map(({ minX }) => minX)),
      minY: Math.min(0, ...boxes.map(({ minY }) => minY)),
      maxX: Math.max(0, ...boxes.map(({ maxX }) => maxX)),
      maxY: Math.max(0, ...boxes.map(({ maxY }) => maxY)),
    };
  }
}
