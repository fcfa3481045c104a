import type { FileRefusal, StoredFile } from '../../../schemas/stored/file.ts';
import { beginningOf } from '../../domain/files/beginnings.ts';
import { cutOff, otherKind, pdfFaults } from '../../domain/files/refusals.ts';
import { isWhole } from '../../domain/files/whole-file.ts';

/**
 * Whether the bytes of a file can be used as the declared type; undefined if they can. PDF is judged by the reader
 * most officers open it with. The code that recognizes and reads files is loaded with the first file.
 */
export async function refusalOfContent(
  declared: StoredFile['contentType'],
  bytes: Uint8Array,
): Promise<FileRefusal | undefined> {
  const start = beginningOf(declared, bytes);
  if (start !== 0) {
    const { recognize } = await import('./recognize.ts');
    const found = await recognize(bytes);
    // A PDF may have junk before it, but not another file: an archive that contains a PDF is an archive.
    if (start === undefined || (found !== undefined && found !== declared)) return otherKind(declared, found);
  }
  if (!isWhole(declared, bytes)) return cutOff;
  if (declared !== 'application/pdf') return undefined;
  const { faultOfPdf } = await import('./pdf/read-pdf.ts');
  const { dangerOfPdf } = await import('./pdf/examine-pdf.ts');
  // Its dangers first: a reader unpacks whatever it comes upon.
  const fault = (await dangerOfPdf(bytes)) ?? (await faultOfPdf(bytes));
  return fault && pdfFaults[fault];
}
