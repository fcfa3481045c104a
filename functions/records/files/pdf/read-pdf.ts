import { MOST_PAGES } from '../../../../schemas/file-limits.ts';
import type { PdfFault } from '../../../domain/files/refusals.ts';
import { allocate, pdfium } from './pdfium.ts';

/** The PDFium errors of a file that requires a password or a certificate. */
const ENCRYPTED: ReadonlySet<number> = new Set([4, 5]);

/**
 * Why PDFium, the reader inside Chrome and Edge, cannot show a PDF to someone without a password; undefined if it
 * can.
 */
export async function faultOfPdf(pdf: Uint8Array): Promise<PdfFault | undefined> {
  const library = await pdfium();
  const file = allocate(library, pdf.length);
  try {
    file.bytes().set(pdf);
    const document = library.FPDF_LoadMemDocument(file.at, pdf.length, '');
    if (document === 0) return ENCRYPTED.has(library.FPDF_GetLastError()) ? 'encrypted' : 'damaged';
    const pages = library.FPDF_GetPageCount(document);
    library.FPDF_CloseDocument(document);
    if (pages > MOST_PAGES) return 'tooManyPages';
    return pages > 0 ? undefined : 'withoutPages';
  } finally {
    file.free();
  }
}
