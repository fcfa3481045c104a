import PDFDocument from 'pdfkit';
import type { Draw, Drawing } from '../../domain/ports/drawing.ts';
import { type Line, layOutLines } from '../printing/lines.ts';
import { PrintFonts } from '../printing/print-fonts.ts';

/** The red of an agency's seal. */
const COLOURS: Readonly<Record<Drawing['colour'], string>> = { black: '#000000', seal: '#c8102e' };
const LEADING = 1.25;
const MARGIN = 2;
const SMALLEST = 5;

/** Draws with the fonts of documents, which have every letter of Vietnamese; letters shrink until all fits. */
export function drawWith(fontFolder: string): Draw {
  return async drawing => {
    const { width, height, colour, framed, picture } = drawing;
    const pdf = new PDFDocument({
      size: [width, height],
      margin: 0,
      // The library's default font would be read from a file that is not packaged.
      font: null as unknown as string,
      // The same drawing gives the same bytes.
      info: { CreationDate: new Date(0) },
    });
    const bytes = bytesOf(pdf);
    const fonts = new PrintFonts(pdf, fontFolder);
    if (picture)
      pdf.image(Buffer.from(picture), 0, 0, {
        fit: [pictureWidth(drawing), height],
        align: 'center',
        valign: 'center',
      });
    if (framed)
      pdf
        .lineWidth(1)
        .strokeColor(COLOURS[colour])
        .rect(0.5, 0.5, width - 1, height - 1)
        .stroke();
    pdf.fillColor(COLOURS[colour]);
    write(pdf, fonts, drawing);
    pdf.end();
    return bytes;
  };
}

/** Beside the picture there is room for the lines; without lines it has all of it. */
const pictureWidth = ({ width, height, lines }: Drawing): number =>
  lines.length === 0 ? width : Math.min(height, width * 0.4);

function write(pdf: typeof PDFDocument.prototype, fonts: PrintFonts, drawing: Drawing): void {
  const left = MARGIN + (drawing.picture ? pictureWidth(drawing) : 0);
  const room = { width: drawing.width - left - MARGIN, height: drawing.height - 2 * MARGIN };
  const { size, lines } = fitted(fonts, drawing, room);
  const leading = size * LEADING;
  let y = MARGIN + Math.max(0, (room.height - lines.length * leading) / 2);
  for (const line of lines) {
    const shift = drawing.align === 'center' ? (room.width - line.width) / 2 : 0;
    for (const run of line.runs) {
      fonts.use(run.font, 'regular', size);
      pdf.text(run.text, left + shift + run.x, y + size, { lineBreak: false, baseline: 'alphabetic' });
    }
    y += leading;
  }
}

function fitted(
  fonts: PrintFonts,
  { lines, size: wanted }: Drawing,
  room: { readonly width: number; readonly height: number },
): { readonly size: number; readonly lines: readonly Line[] } {
  for (let size = wanted; ; size -= 0.5) {
    const widthOf = (run: { readonly text: string; readonly font: string }) =>
      fonts.width(run.text, run.font, 'regular', size);
    const set = lines.flatMap(line => layOutLines(line, { width: room.width, tabStop: room.width, widthOf }));
    if (set.length * size * LEADING <= room.height || size <= SMALLEST) return { size, lines: set };
  }
}

function bytesOf(pdf: typeof PDFDocument.prototype): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
