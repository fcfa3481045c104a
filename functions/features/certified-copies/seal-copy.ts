import { PdfFile } from '../../domain/pdf/document.ts';
import type { Draw } from '../../domain/ports/drawing.ts';
import type { Sealers } from '../../domain/ports/sealer.ts';
import { copyPlace } from '../../domain/sealing/copy-place.ts';
import { markLines } from '../../domain/sealing/mark-lines.ts';
import { sealPdf } from '../../domain/sealing/seal-pdf.ts';
import { DEMONSTRATION } from '../../domain/signatures/demonstration-certificate.ts';
import type { Instant } from '../../domain/vietnam-time.ts';

export interface CopySeal {
  readonly sealers: Sealers;
  readonly draw: Draw;
  readonly now: () => Instant;
}

/** The form of copying (hình thức sao): the whole of a paper. */
const FORM = 'SAO Y';

/**
 * Seals a digitized copy as the agency’s: the mark names the form of copying, the agency and the time of signing, in
 * black and without a picture (NĐ 30/2020/NĐ-CP, annex I).
 *
 * @throws SealRefusal
 */
export async function sealCopy(
  { sealers, draw, now }: CopySeal,
  pdf: Uint8Array,
  { unit, agency }: { readonly unit: string; readonly agency: string },
): Promise<Buffer> {
  const at = now();
  const sealer = await sealers.of(unit, agency);
  const place = copyPlace(new PdfFile(Buffer.from(pdf)).revision(0));
  const lines = [...markLines(`${FORM}; ${agency}`, at), ...(sealer.demonstration ? [DEMONSTRATION] : [])];
  const sealed = await sealPdf({ ...sealer, draw, now }, pdf, {
    // What was handed in may be a sealed copy itself.
    field: `BanSaoY-${at}`,
    name: agency,
    reason: FORM,
    ...(place && { mark: { place, lines, look: 'copy' } }),
  });
  return Buffer.from(sealed);
}
