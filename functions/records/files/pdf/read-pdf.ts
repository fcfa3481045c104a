import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { init } from '@embedpdf/pdfium';
import { MOST_PAGES } from '../../../../schemas/file-limits.ts';
import type { PdfFault } from '../../../domain/files/refusals.ts';
import { whenNeeded } from '../../../kernel/lambda/when-needed.ts';

/** The PDFium errors of a file that requires a password or a certificate. */
const ENCRYPTED: ReadonlySet<number> = new Set([4, 5]);

/** The parts of PDFium’s memory used here, which its types leave out. */
interface Memory {
  readonly wasmExports: { malloc(size: number): number; free(at: number): void };
  readonly HEAPU8: Uint8Array;
}

const pdfium = whenNeeded(async () => {
  const library = await init({ wasmBinary: Uint8Array.from(readFileSync(wasmFile())).buffer });
  library.PDFiumExt_Init();
  return library;
});

/** Beside the bundle in a function’s package; in the npm package when run from source. */
function wasmFile(): string {
  const beside = fileURLToPath(new URL('./pdfium.wasm', import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
}

/**
 * Why PDFium, the reader inside Chrome and Edge, cannot show a PDF to someone without a password; undefined if it
 * can.
 */
export async function faultOfPdf(pdf: Uint8Array): Promise<PdfFault | undefined> {
  const library = await pdfium();
  const { wasmExports } = library.pdfium as unknown as Memory;
  const at = wasmExports.malloc(pdf.length);
  try {
    // Looked up after the allocation, which may have moved the memory.
    (library.pdfium as unknown as Memory).HEAPU8.set(pdf, at);
    const document = library.FPDF_LoadMemDocument(at, pdf.length, '');
    if (document === 0) return ENCRYPTED.has(library.FPDF_GetLastError()) ? 'encrypted' : 'damaged';
    const pages = library.FPDF_GetPageCount(document);
    library.FPDF_CloseDocument(document);
    if (pages > MOST_PAGES) return 'tooManyPages';
    return pages > 0 ? undefined : 'withoutPages';
  } finally {
    wasmExports.free(at);
  }
}
