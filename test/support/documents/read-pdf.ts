import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';

const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
let library: ReturnType<typeof open> | undefined;

async function open() {
  const pdfium = await init({ wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/** The text of each page of a PDF as PDFium, the reader inside Chrome, finds it. */
export async function textOfPages(pdf: Uint8Array): Promise<string[]> {
  library ??= open();
  const pdfium = await library;
  const { wasmExports, HEAPU8, UTF16ToString } = pdfium.pdfium as unknown as {
    wasmExports: { malloc(size: number): number; free(at: number): void };
    HEAPU8: Uint8Array;
    UTF16ToString(at: number): string;
  };
  const bytes = wasmExports.malloc(pdf.length);
  HEAPU8.set(pdf, bytes);
  const document = pdfium.FPDF_LoadMemDocument(bytes, pdf.length, '');
  if (document === 0) throw new Error('PDFium cannot read the document.');
  const pages: string[] = [];
  for (let index = 0; index < pdfium.FPDF_GetPageCount(document); index++) {
    const page = pdfium.FPDF_LoadPage(document, index);
    const text = pdfium.FPDFText_LoadPage(page);
    const count = pdfium.FPDFText_CountChars(text);
    const units = wasmExports.malloc(2 * count + 2);
    pdfium.FPDFText_GetText(text, 0, count, units);
    // At the end of a line PDFium gives a hyphen as U+0002 or U+FFFE: the word might go on in the next.
    pages.push(UTF16ToString(units).replaceAll('\u0002', '-').replaceAll('\uFFFE', '-'));
    wasmExports.free(units);
    pdfium.FPDFText_ClosePage(text);
    pdfium.FPDF_ClosePage(page);
  }
  pdfium.FPDF_CloseDocument(document);
  wasmExports.free(bytes);
  return pages;
}
