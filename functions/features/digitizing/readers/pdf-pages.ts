import type { PageLine } from '../../../../schemas/stored/page-text.ts';
import { type GreyImage, greyOf } from '../../../domain/digitizing/grey-image.ts';
import { layerOf } from '../../../records/files/pdf/page-layer.ts';
import { allocate, copied, type Pdfium, pdfium } from '../../../records/files/pdf/pdfium.ts';
import { LONG_SIDE, type Pages } from './pages.ts';

/** PDFium’s code for four bytes a pixel, the fourth without meaning, and its flags: annotations, order of colours. */
const BGRX = 3;
const SHOWN_AS_RGB_WITH_ANNOTATIONS = 0x01 | 0x10;
const WHITE = 0xffffffff;

/** The pages of a PDF, by PDFium. */
export async function pdfPages(pdf: Uint8Array): Promise<Pages> {
  const library = await pdfium();
  const file = allocate(library, pdf.length);
  file.bytes().set(pdf);
  const document = library.FPDF_LoadMemDocument(file.at, pdf.length, '');
  if (document === 0) {
    file.free();
    throw new Error('PDFium does not open the file');
  }
  const withPage = <T>(page: number, use: (page: number) => T): T => {
    const loaded = library.FPDF_LoadPage(document, page);
    if (loaded === 0) throw new Error(`PDFium does not open page ${page + 1}`);
    try {
      return use(loaded);
    } finally {
      library.FPDF_ClosePage(loaded);
    }
  };
  return {
    count: library.FPDF_GetPageCount(document),
    layer: (page): PageLine[] => withPage(page, loaded => layerOf(library, loaded)),
    hasMore: page => withPage(page, loaded => hasMore(library, loaded)),
    picture: async page => withPage(page, loaded => rendered(library, loaded)),
    close() {
      library.FPDF_CloseDocument(document);
      file.free();
    },
  };
}

/** PDFium’s code for text among what a page is made of. */
const TEXT = 1;

function hasMore(library: Pdfium, page: number): boolean {
  const count = library.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index += 1)
    if (library.FPDFPageObj_GetType(library.FPDFPage_GetObject(page, index)) !== TEXT) return true;
  return false;
}

function rendered(library: Pdfium, page: number): GreyImage {
  const [across, down] = [library.FPDF_GetPageWidthF(page), library.FPDF_GetPageHeightF(page)];
  const scale = LONG_SIDE / Math.max(across, down, 1);
  const width = Math.max(1, Math.round(across * scale));
  const height = Math.max(1, Math.round(down * scale));
  const bitmap = library.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  if (bitmap === 0) throw new Error('PDFium has no memory for the page');
  try {
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, SHOWN_AS_RGB_WITH_ANNOTATIONS);
    return greyOf(copied(library, library.FPDFBitmap_GetBuffer(bitmap), width * height * 4), width, height);
  } finally {
    library.FPDFBitmap_Destroy(bitmap);
  }
}
