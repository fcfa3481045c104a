import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type PDFDocument from 'pdfkit';
import { type FontName, type FontStyle, fontFile } from '../../../schemas/printing/fonts.ts';
import { type ShapingFont, shapingFont } from './shape-text.ts';
import { type PdfFont, shapeWith } from './shaped-font.ts';

interface LoadedFile {
  readonly bytes: Buffer;
  readonly shaping: ShapingFont;
}

/** Files stay in memory for the life of the instance; fonts not needed so far are not read. */
const loaded = new Map<string, LoadedFile>();

function load(file: string): LoadedFile {
  let found = loaded.get(file);
  if (found === undefined) {
    const bytes = readFileSync(file);
    found = { bytes, shaping: shapingFont(bytes) };
    loaded.set(file, found);
  }
  return found;
}

/** The fonts of one document: each file is embedded once, with the glyphs used. */
export class PrintFonts {
  readonly #document: typeof PDFDocument.prototype;
  readonly #folder: string;
  readonly #registered = new Set<string>();
  /** Widths by file, size and text: the words of a table come again and again. */
  readonly #widths = new Map<string, number>();

  constructor(document: typeof PDFDocument.prototype, folder: string) {
    this.#document = document;
    this.#folder = folder;
  }

  /** Makes a font in a style the document's current one. */
  use(font: FontName, style: FontStyle, size: number): void {
    const file = fontFile(font, style);
    const document = this.#document;
    if (this.#registered.has(file)) {
      document.font(file).fontSize(size);
      return;
    }
    const { bytes, shaping } = load(join(this.#folder, file));
    document.registerFont(file, bytes).font(file).fontSize(size);
    // Not in the library's types: the font just made current.
    shapeWith(shaping, (document as unknown as { _font: PdfFont })._font);
    this.#registered.add(file);
  }

  width(text: string, font: FontName, style: FontStyle, size: number): number {
    const key = `${fontFile(font, style)}\n${size}\n${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    this.use(font, style, size);
    const width = this.#document.widthOfString(text);
    this.#widths.set(key, width);
    return width;
  }
}
