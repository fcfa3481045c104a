import PDFDocument from 'pdfkit';
import type { Draw, Drawing } from '../../../functions/domain/ports/drawing.ts';

/** A document of some pages, as programs write it, with standard fonts. */
export function document(pages = 1): Promise<Buffer> {
  return drawn([595, 842], pdf => {
    for (let page = 1; page < pages; page += 1) pdf.addPage().fontSize(14).text(`Page ${page}`, 72, 72);
    pdf.fontSize(14).text('Decision', 72, 200);
  });
}

/** Draws with a standard font: what is drawn is not looked at. */
export const plainDraw: Draw = ({ width, height, lines, size }: Drawing) =>
  drawn([width, height], pdf => {
    pdf.fontSize(size).text(lines.join(' ').replace(/[^ -~]/g, '?'), 0, 0, { lineBreak: false });
  });

function drawn(size: [number, number], draw: (pdf: typeof PDFDocument.prototype) => void): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({ size, margin: 0, info: { CreationDate: new Date(0) } });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    draw(pdf);
    pdf.end();
  });
}
