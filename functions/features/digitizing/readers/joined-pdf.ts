import { allocate, copied, type Piece, pdfium } from '../../../records/files/pdf/pdfium.ts';

/** Several PDFs as one. */
export async function joinedPdf(parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const library = await pdfium();
  const whole = library.FPDF_CreateNewDocument();
  const opened: { readonly document: number; readonly file: Piece }[] = [];
  try {
    for (const part of parts) {
      const file = allocate(library, part.length);
      file.bytes().set(part);
      const document = library.FPDF_LoadMemDocument(file.at, part.length, '');
      opened.push({ document, file });
      const before = library.FPDF_GetPageCount(whole);
      if (document === 0 || !library.FPDF_ImportPages(whole, document, '', before))
        throw new Error('PDFium does not join the parts');
    }
    const writer = library.PDFiumExt_OpenFileWriter();
    try {
      if (!library.PDFiumExt_SaveAsCopy(whole, writer)) throw new Error('PDFium does not write the whole');
      const size = library.PDFiumExt_GetFileWriterSize(writer);
      const memory = allocate(library, size);
      library.PDFiumExt_GetFileWriterData(writer, memory.at, size);
      const written = copied(library, memory.at, size);
      memory.free();
      return written;
    } finally {
      library.PDFiumExt_CloseFileWriter(writer);
    }
  } finally {
    library.FPDF_CloseDocument(whole);
    for (const { document, file } of opened) {
      if (document !== 0) library.FPDF_CloseDocument(document);
      file.free();
    }
  }
}
