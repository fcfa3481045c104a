import { encode } from 'jpeg-js';
import PDFDocument from 'pdfkit';
import type { PageLine } from '../../../../schemas/stored/page-text.ts';
import { type GreyImage, rgbaOf } from '../../../domain/digitizing/grey-image.ts';
import { companion } from './companion.ts';

/** A page as it is kept beside the original: the picture made readable, and what was read of it. */
export interface SearchablePage {
  readonly image: GreyImage;
  readonly lines: readonly PageLine[];
}

/** Long side of a page in points: that of A4. */
const LONG_SIDE = 842;
const QUALITY = 40;
const FONT = 'text';
/** PDF’s mode for text that is found and copied, and not seen. */
const INVISIBLE = '3 Tr';
/** Of the height of a line’s box the size of its letters. */
const LETTERS = 0.9;

/** A PDF of pages as pictures with their text, invisible, where it stands in the picture. */
export async function searchablePdf(pages: readonly SearchablePage[], madeAt: Date): Promise<Buffer> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    font: null as unknown as string,
    info: { CreationDate: madeAt },
  });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  pdf.registerFont(FONT, companion('tinos.ttf', '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'));
  for (const { image, lines } of pages) {
    const scale = LONG_SIDE / Math.max(image.width, image.height);
    const [width, height] = [image.width * scale, image.height * scale];
    pdf.addPage({ size: [width, height], margin: 0 });
    pdf.image(jpegOf(image), 0, 0, { width, height });
    pdf.font(FONT);
    for (const line of lines) write(pdf, line, width, height);
  }
  pdf.end();
  return whole;
}

function write(
  pdf: typeof PDFDocument.prototype,
  { text, box }: PageLine,
  width: number,
  height: number,
): void {
  const size = Math.max(1, box.height * height * LETTERS);
  pdf.fontSize(size);
  const wide = pdf.widthOfString(text);
  if (wide <= 0) return;
  pdf.save();
  pdf.addContent(INVISIBLE);
  pdf.text(text, box.left * width, box.top * height, {
    lineBreak: false,
    horizontalScaling: (100 * box.width * width) / wide,
  } as PDFKit.Mixins.TextOptions);
  pdf.restore();
}

const jpegOf = (image: GreyImage): Buffer =>
  encode({ width: image.width, height: image.height, data: Buffer.from(rgbaOf(image).buffer) }, QUALITY).data;
