import PDFDocument from 'pdfkit';
import type { FontStyle } from '../../../schemas/printing/fonts.ts';
import { type Line, layOutLines } from './lines.ts';
import type { Paper } from './paper.ts';
import { PrintFonts } from './print-fonts.ts';

/** Line spacing as a multiple of the font size. */
export const LEADING = 1.3;

/** How a text is set: its font, and where between `left` and `left + width` (from the margin) its lines are. */
export interface Setting {
  readonly size: number;
  readonly style?: FontStyle;
  readonly align?: 'left' | 'center' | 'right' | 'justified';
  readonly left?: number;
  readonly width?: number;
  readonly indented?: boolean;
  /** Its role for screen readers. */
  readonly tag?: 'H1' | 'H2' | 'P';
}

export interface Properties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly createdAt: Date;
  /** Claims PDF/A-2b: fonts and colours are embedded, and metadata are in XMP, too. */
  readonly archival?: true;
}

type Drawing = typeof PDFDocument.prototype;
type Content = PDFKit.PDFStructureContent;
type Element = PDFKit.PDFStructureElement;
/** What an element says beside its content; `scope` and `bbox` are not in the library's types. */
interface ElementOptions {
  readonly alt?: string;
  readonly scope?: 'Column';
  readonly bbox?: readonly number[];
}

/** A document being written: text continues below what is there, and on the next page when one is full. */
export class Sheet {
  readonly paper: Paper;
  readonly textWidth: number;
  readonly #pdf: Drawing;
  readonly #fonts: PrintFonts;
  readonly #structure: Element;
  readonly #bytes: Promise<Buffer>;
  #pages = 1;
  /** Where the next line begins, from the top of the page. */
  y: number;

  constructor(fontFolder: string, paper: Paper, { title, subject, author, createdAt, archival }: Properties) {
    this.paper = paper;
    this.textWidth = paper.width - paper.left - paper.right;
    this.y = paper.top;
    this.#pdf = new PDFDocument({
      size: [paper.width, paper.height],
      margin: 0,
      pdfVersion: '1.7',
      ...(archival && { subset: 'PDF/A-2b' }),
      lang: 'vi-VN',
      tagged: true,
      displayTitle: true,
      // The library's default font would be read from a file that is not packaged.
      font: null as unknown as string,
      info: { Title: title, Subject: subject, Author: author, Creator: 'Một Cửa', CreationDate: createdAt },
    });
    this.#bytes = bytesOf(this.#pdf);
    this.#fonts = new PrintFonts(this.#pdf, fontFolder);
    this.#structure = this.#pdf.struct('Document');
    this.#pdf.addStructure(this.#structure);
  }

  /** Writes paragraphs, one for each line of the text, below one another. */
  write(text: string, setting: Setting, gap = 0): void {
    for (const paragraph of text.split('\n')) {
      this.#paragraph(paragraph, setting);
      this.y += gap;
    }
  }

  /** A rule across part of the width, as under the motto. */
  rule(left: number, width: number): void {
    this.artifact('Layout', pdf => {
      const x = this.paper.left + left;
      pdf
        .lineWidth(0.75)
        .moveTo(x, this.y)
        .lineTo(x + width, this.y)
        .stroke();
    });
  }

  /** Moves to the next page unless this one has enough room. */
  demandRoom(height: number): void {
    if (!this.hasRoom(height)) this.turn();
  }

  hasRoom(height: number): boolean {
    return height <= this.room;
  }

  /** The height left on this page. */
  get room(): number {
    return this.paper.height - this.paper.bottom - this.y;
  }

  widthOf(text: string, setting: Setting): number {
    return Math.max(...this.linesOf(text, setting).map(({ width }) => width));
  }

  async end(): Promise<Buffer> {
    if (this.paper.roll) this.#cutRoll();
    this.#structure.end();
    this.#pdf.end();
    return this.#bytes;
  }

  /** One paragraph, in lines. */
  linesOf(paragraph: string, { size, style = 'regular', align, width, indented }: Setting): Line[] {
    const { indent } = this.paper;
    return layOutLines(paragraph, {
      width: width ?? this.textWidth,
      indent: indented ? indent : 0,
      tabStop: indent,
      justified: align === 'justified',
      widthOf: run => this.#fonts.width(run.text, run.font, style, size),
    });
  }

  /** Draws lines below one another from `y` on, without marks and without turning the page. */
  drawLines(lines: readonly Line[], y: number, setting: Setting): void {
    const { size, align, left = 0, width = this.textWidth } = setting;
    for (const [index, line] of lines.entries()) {
      const free = width - line.width;
      const shift = align === 'center' ? free / 2 : align === 'right' ? free : 0;
      this.#drawLine(line, this.paper.left + left + shift, y + index * size * LEADING, setting);
    }
  }

  /** Draws what means something to readers; the result is to be put into an element. */
  content(tag: string, draw: (pdf: Drawing) => void): Content {
    const content = this.#pdf.markStructureContent(tag);
    draw(this.#pdf);
    this.#pdf.endMarkedContent();
    return content;
  }

  /** Draws what only decorates the page. */
  artifact(type: 'Layout' | 'Pagination', draw: (pdf: Drawing) => void): void {
    this.#pdf.markContent('Artifact', { type });
    draw(this.#pdf);
    this.#pdf.endMarkedContent();
  }

  element(tag: string, children: (Content | Element)[], options: ElementOptions = {}): Element {
    return this.#pdf.struct(tag, options, children);
  }

  add(element: Element): void {
    this.#structure.add(element);
  }

  #paragraph(paragraph: string, setting: Setting): void {
    const { size, tag = 'P' } = setting;
    const contents: Content[] = [];
    for (const line of this.linesOf(paragraph, setting)) {
      const turns = !this.hasRoom(size * LEADING);
      // Left open, the library would extend the mark to the next page, including its page number.
      if (turns && contents.length > 0) this.#pdf.endMarkedContent();
      if (turns) this.turn();
      if (turns || contents.length === 0) contents.push(this.#pdf.markStructureContent(tag));
      this.drawLines([line], this.y, setting);
      this.y += size * LEADING;
    }
    this.#pdf.endMarkedContent();
    this.#structure.add(this.#pdf.struct(tag, contents));
  }

  #drawLine(line: Line, x: number, y: number, { size, style = 'regular' }: Setting): void {
    for (const run of line.runs) {
      this.#fonts.use(run.font, style, size);
      this.#pdf.text(run.text, x + run.x, y + size, { lineBreak: false, baseline: 'alphabetic' });
    }
  }

  /** The next page, numbered in the middle of its upper margin. */
  turn(): void {
    const { top, numbers } = this.paper;
    this.#pdf.addPage();
    this.#pages += 1;
    this.artifact('Pagination', () => {
      const setting = { size: numbers, align: 'center' } as const;
      this.drawLines(this.linesOf(String(this.#pages), setting), (top - numbers) / 2, setting);
    });
    this.y = top;
  }

  /** A page of a roll ends below what is printed on it. */
  #cutRoll(): void {
    const { width, height, bottom } = this.paper;
    // Not in the library's types: the page's dictionary, which is written at the end.
    const { dictionary } = this.#pdf.page as unknown as { dictionary: { data: { MediaBox: number[] } } };
    dictionary.data.MediaBox = [0, height - this.y - bottom, width, height];
  }
}

function bytesOf(pdf: Drawing): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
