import { ComposedGlyphs, type FontSubset, type GlyphBox } from './composed-glyphs.ts';
import { type ShapedCluster, type ShapingFont, shapeText } from './shape-text.ts';

/** A font of the PDF library, as far as it is replaced here; 1,000 of its units are the size of the font. */
export interface PdfFont {
  readonly font: {
    getGlyph(id: number): { readonly advanceWidth: number; readonly bbox: GlyphBox };
    readonly maxp: { maxComponentDepth: number; maxComponentElements: number };
  };
  readonly subset: FontSubset;
  readonly scale: number;
  /** By the codes of the document: their widths and characters. */
  readonly widths: number[];
  readonly unicode: number[][];
  layout(text: string): { readonly advanceWidth: number };
  encode(text: string): [string[], Position[]];
}

interface Position {
  readonly xAdvance: number;
  readonly yAdvance: 0;
  readonly xOffset: 0;
  readonly yOffset: 0;
  readonly advanceWidth: number;
}

/**
 * Makes HarfBuzz shape the text that the PDF library prints with a font. The library's own shaping does not suit
 * Khmer, and gives one code to a glyph shared by two letters (Đ and Ð), so that text extraction finds the wrong one;
 * here each cluster of characters has its own code.
 */
export function shapeWith(shaping: ShapingFont, pdf: PdfFont): void {
  const composed = new ComposedGlyphs(pdf.subset, id => pdf.font.getGlyph(id).bbox);
  const shaped = new Map<string, ShapedCluster[]>();
  const codes = new Map<string, number>();

  const clustersOf = (text: string): ShapedCluster[] => {
    let clusters = shaped.get(text);
    if (clusters === undefined) {
      clusters = shapeText(shaping, text);
      shaped.set(text, clusters);
    }
    return clusters;
  };
  const naturalWidth = ({ glyphs, advance }: ShapedCluster): number =>
    glyphs.length === 1 ? pdf.font.getGlyph(glyphs[0]?.id ?? 0).advanceWidth : advance;
  const codeOf = (cluster: ShapedCluster): number => {
    const { text, glyphs } = cluster;
    const key = `${text}\n${glyphs.map(({ id, x, y }) => `${id},${x},${y}`).join(' ')}`;
    let code = codes.get(key);
    if (code === undefined) {
      const width = naturalWidth(cluster);
      code = composed.include(glyphs, width);
      pdf.widths[code] = width * pdf.scale;
      pdf.unicode[code] = [...text].map(character => character.codePointAt(0) ?? 0);
      codes.set(key, code);
    }
    return code;
  };

  pdf.font.maxp.maxComponentDepth += 1;
  pdf.font.maxp.maxComponentElements = Math.max(pdf.font.maxp.maxComponentElements, MOST_COMPONENTS);
  pdf.layout = text => ({
    advanceWidth: clustersOf(text).reduce((sum, { advance }) => sum + advance, 0) * pdf.scale,
  });
  pdf.encode = text => {
    const clusters = clustersOf(text);
    return [
      clusters.map(cluster => codeOf(cluster).toString(16).padStart(4, '0')),
      clusters.map(cluster => ({
        xAdvance: cluster.advance * pdf.scale,
        yAdvance: 0,
        xOffset: 0,
        yOffset: 0,
        advanceWidth: naturalWidth(cluster) * pdf.scale,
      })),
    ];
  };
}

/** The most parts a syllable of any supported script has. */
const MOST_COMPONENTS = 16;
