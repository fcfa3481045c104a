import decodeHeic from 'heic-decode';
import PDFDocument from 'pdfkit';
import * as UTIF from 'utif2';
import type { StoredFile } from '../../../../schemas/stored/file.ts';
import { type GreyImage, greyOf, shrunk } from '../../../domain/digitizing/grey-image.ts';
import { LONG_SIDE, type Pages } from './pages.ts';
import { pdfPages } from './pdf-pages.ts';

/** The pages of a file by its type; undefined for what has none to be read. */
export async function openPages(
  type: StoredFile['contentType'],
  bytes: Uint8Array,
): Promise<Pages | undefined> {
  switch (type) {
    case 'application/pdf':
      return pdfPages(bytes);
    case 'image/jpeg':
    case 'image/png':
      return pdfPages(await asPdf(bytes));
    case 'image/tiff':
      return tiffPages(bytes);
    case 'image/heic':
    case 'image/heif':
      return heicPages(bytes);
    default:
      return undefined;
  }
}

/** A picture as the one page of a PDF, upright as its camera tells: PDFium then shows it in any size. */
async function asPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = new PDFDocument({ autoFirstPage: false, font: null as unknown as string });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  // Not in the library's types: a picture and how its camera was held.
  const opened = (pdf as unknown as { openImage(bytes: Buffer): Opened }).openImage(Buffer.from(bytes));
  const lying = (opened.orientation ?? 1) > 4;
  const [width, height] = lying ? [opened.height, opened.width] : [opened.width, opened.height];
  pdf.addPage({ size: [width, height], margin: 0 });
  pdf.image(opened as unknown as string, 0, 0, { width, height });
  pdf.end();
  return whole;
}

interface Opened {
  readonly width: number;
  readonly height: number;
  readonly orientation?: number;
}

const withoutLayer = { layer: () => [], hasMore: () => true, close: () => undefined };

function tiffPages(bytes: Uint8Array): Pages {
  const file = Uint8Array.from(bytes).buffer;
  const pages = UTIF.decode(file);
  return {
    ...withoutLayer,
    count: pages.length,
    async picture(number) {
      const page = pages[number];
      if (!page) throw new RangeError(`no page ${number}`);
      UTIF.decodeImage(file, page);
      const image = fitting(greyOf(UTIF.toRGBA8(page), page.width, page.height));
      // What was unpacked would stay with the page.
      delete (page as { data?: unknown }).data;
      return image;
    },
  };
}

function heicPages(bytes: Uint8Array): Pages {
  return {
    ...withoutLayer,
    count: 1,
    async picture() {
      const { width, height, data } = await decodeHeic({ buffer: bytes });
      return fitting(greyOf(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height));
    },
  };
}

/** Shrunk by a whole factor, so that its long side is hardly below the wanted one. */
const fitting = (image: GreyImage): GreyImage =>
  shrunk(image, Math.max(1, Math.floor(Math.max(image.width, image.height) / LONG_SIDE)));
