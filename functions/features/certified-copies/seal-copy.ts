import type { ComparedPaper } from '../../../schemas/dossier/paper-kind.ts';
import { PdfFile } from '../../domain/pdf/document.ts';
import { PdfError } from '../../domain/pdf/values.ts';
import { copyPlace } from '../../domain/sealing/copy-place.ts';
import { markLines } from '../../domain/sealing/mark-lines.ts';
import { SealRefusal } from '../../domain/sealing/refusal.ts';
import { sealPdf } from '../../domain/sealing/seal-pdf.ts';
import { DEMONSTRATION } from '../../domain/signatures/demonstration-certificate.ts';
import type { Sealing } from '../../records/sealing/open-sealing.ts';

export interface CopyToSeal {
  readonly unit: string;
  readonly agency: string;
  readonly comparedWith: ComparedPaper;
}

/** What a copy is called: only of an original it is a bản sao y (NĐ 30/2020/NĐ-CP Đ3, 25). */
const FORMS: Readonly<Record<ComparedPaper, string>> = {
  original: 'SAO Y',
  certified: 'BẢN SỐ HÓA ĐÃ ĐỐI CHIẾU',
};

/**
 * Seals a digitized copy as the agency’s: the mark names the form of copying, the agency and the time of signing, in
 * black and without a picture (NĐ 30/2020/NĐ-CP, annex I).
 *
 * @throws SealRefusal
 */
export async function sealCopy(
  { sealers, draw, now }: Sealing,
  pdf: Uint8Array,
  { unit, agency, comparedWith }: CopyToSeal,
): Promise<Buffer> {
  const at = now();
  const sealer = await sealers.of(unit, agency);
  const place = placeIn(pdf);
  const form = FORMS[comparedWith];
  const lines = [...markLines(`${form}; ${agency}`, at), ...(sealer.demonstration ? [DEMONSTRATION] : [])];
  const sealed = await sealPdf({ ...sealer, draw, now }, pdf, {
    // What was handed in may be a sealed copy itself.
    field: `BanSaoY-${at}`,
    name: agency,
    reason: form,
    ...(place && { mark: { place, lines, look: 'copy' } }),
  });
  return Buffer.from(sealed);
}

/** What PDFium reads and our own reader does not is a file that cannot be sealed. */
function placeIn(pdf: Uint8Array) {
  try {
    return copyPlace(new PdfFile(Buffer.from(pdf)).revision(0));
  } catch (error) {
    if (error instanceof PdfError) throw new SealRefusal('file-unusable', error.message);
    throw error;
  }
}
