import { MOST_PAGES } from '../../../../schemas/file-limits.ts';
import type { SecrecyMark } from '../../../../schemas/secrecy-marks.ts';
import { secrecyOf } from '../../../domain/digitizing/secrecy.ts';
import type { PdfFault } from '../../../domain/files/refusals.ts';
import { columnLinesOf } from './page-layer.ts';
import { allocate, type Pdfium, pdfium } from './pdfium.ts';

/** The PDFium errors of a file that requires a password or a certificate. */
const ENCRYPTED: ReadonlySet<number> = new Set([4, 5]);

/** Pages whose own text is looked at before a file is taken; all pages of what a dossier takes are read later. */
const LOOKED_AT = 20;

/**
 * What PDFium, the reader inside Chrome and Edge, finds of a PDF: why it cannot show it to someone without a password,
 * or the mark of a state secret in the text of its first pages; undefined if neither.
 */
export async function findingOfPdf(pdf: Uint8Array): Promise<PdfFault | SecrecyMark | undefined> {
  const library = await pdfium();
  const file = allocate(library, pdf.length);
  try {
    file.bytes().set(pdf);
    const document = library.FPDF_LoadMemDocument(file.at, pdf.length, '');
    if (document === 0) return ENCRYPTED.has(library.FPDF_GetLastError()) ? 'encrypted' : 'damaged';
    const pages = library.FPDF_GetPageCount(document);
    const mark = secrecyIn(library, document, Math.min(pages, LOOKED_AT));
    library.FPDF_CloseDocument(document);
    if (pages > MOST_PAGES) return 'tooManyPages';
    return pages > 0 ? mark : 'withoutPages';
  } finally {
    file.free();
  }
}

function secrecyIn(library: Pdfium, document: number, pages: number): SecrecyMark | undefined {
  for (let index = 0; index < pages; index += 1) {
    const page = library.FPDF_LoadPage(document, index);
    // A page that cannot be opened is named when the file is read.
    if (page === 0) continue;
    const found = secrecyOf(columnLinesOf(library, page));
    library.FPDF_ClosePage(page);
    if (found) return found;
  }
  return undefined;
}
