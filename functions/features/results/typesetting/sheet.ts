import PDFDocument from 'pdfkit';
import type { FontStyle } from '../../../../schemas/printing/fonts.ts';
import { type Line, layOutLines } from './lines.ts';
import { PrintFonts } from './print-fonts.ts';

/** Points in a millimetre. */
const MM = 72 / 25.4;

/**
 * Paper and margins of an administrative document (NĐ 30/2020/NĐ-CP, annex I): A4, 20 mm above and below, 30 mm left,
 * 20 mm right.
 */
const PAGE = {
  width: 210 * MM,
  height: 297 * MM,
  top: 20 * MM,
  bottom: 20 * MM,
  left: 30 * MM,
  right: 20 * MM,
};

export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** Paragraph indent, and tab stops. */
const INDENT = 12.7 * MM;
/** Line spacing as a multiple of the font size. */
const LEADING = 1.3;

/** How a text is set: its font, and where between `left` and `left + width` (from the margin) its lines are. */
export interface Setting {
  readonly size: number;
  readonly style?: FontStyle;
  readonly align?: 'left' | 'center' | 'justified';
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
}

type Drawing = typeof PDFDocument.prototype;

/** A document being written: text continues below what is there, and on the next page when one is full. */
export class Sheet {
  readonly #pdf: Drawing;
  readonly #fonts: PrintFonts;
  readonly #structure: PDFKit.PDFStructureElement;
  readonly #bytes: Promise<Buffer>;
  #pages = 1;
  /** Where the next line begins, from the top of the page. */
  y = PAGE.top;

  constructor(fontFolder: string, { title, subject, author, createdAt }: Properties) {
    this.#pdf = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      pdfVersion: '1.7',
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
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    const x = PAGE.left + left;
    this.#pdf
      .lineWidth(0.75)
      .moveTo(x, this.y)
      .lineTo(x + width, this.y)
      .stroke();
    this.#pdf.endMarkedContent();
  }

  /** Moves to the next page unless this one has enough room. */
  demandRoom(height: number): void {
    if (!this.#hasRoom(height)) this.#turn();
  }

  #hasRoom(height: number): boolean {
    return this.y + height <= PAGE.height - PAGE.bottom;
  }

  widthOf(text: string, setting: Setting): number {
    return Math.max(...this.#lines(text, setting).map(({ width }) => width));
  }

  async end(): Promise<Buffer> {
    this.#structure.end();
    this.#pdf.end();
    return this.#bytes;
  }

  #lines(
    paragraph: string,
    { size, style = 'regular', align, width = TEXT_WIDTH, indented }: Setting,
  ): Line[] {
    return layOutLines(paragraph, {
      width,
      indent: indented ? INDENT : 0,
      tabStop: INDENT,
      justified: align === 'justified',
      widthOf: run => this.#fonts.width(run.text, run.font, style, size),
    });
  }

  #paragraph(paragraph: string, setting: Setting): void {
    const { size, align, left = 0, width = TEXT_WIDTH, tag = 'P' } = setting;
    const contents: PDFKit.PDFStructureContent[] = [];
    for (const line of this.#lines(paragraph, setting)) {
      const turns = !this.#hasRoom(size * LEADING);
      // Left open, the library would extend the mark to the next page, including its page number.
      if (turns && contents.length > 0) this.#pdf.endMarkedContent();
      if (turns) this.#turn();
      if (turns || contents.length === 0) contents.push(this.#pdf.markStructureContent(tag));
      const shift = align === 'center' ? (width - line.width) / 2 : 0;
      this.#drawLine(line, PAGE.left + left + shift, setting);
      this.y += size * LEADING;
    }
    this.#pdf.endMarkedContent();
    this.#structure.add(this.#pdf.struct(tag, contents));
  }

  #drawLine(line: Line, x: number, { size, style = 'regular' }: Setting): void {
    const baseline = this.y + size;
    for (const run of line.runs) {
      this.#fonts.use(run.font, style, size);
      this.#pdf.text(run.text, x + run.x, baseline, { lineBreak: false, baseline: 'alphabetic' });
    }
  }

  /** Numbers the pages after the first, in the middle of the upper margin. */
  #turn(): void {
    this.#pdf.addPage();
    this.#pages += 1;
    this.#pdf.markContent('Artifact', { type: 'Pagination' });
    const [number] = this.#lines(String(this.#pages), { size: 13 });
    this.y = PAGE.top / 2 - 6.5;
    if (number) this.#drawLine(number, PAGE.left + (TEXT_WIDTH - number.width) / 2, { size: 13 });
    this.#pdf.endMarkedContent();
    this.y = PAGE.top;
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
