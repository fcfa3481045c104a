import { PdfFile } from '../../../domain/pdf/document.ts';
import { dateWritten } from '../../../domain/printing/formal-texts.ts';
import { markLines } from '../../../domain/sealing/mark-lines.ts';
import type { Place } from '../../../domain/sealing/place-field.ts';
import { sealPdf } from '../../../domain/sealing/seal-pdf.ts';
import { DEMONSTRATION } from '../../../domain/signatures/demonstration-certificate.ts';
import { REGISTRY_FIELDS } from '../../../domain/signatures/registry-fields.ts';
import { formFields } from '../../../domain/signatures/signed-fields.ts';
import type { Sealing } from '../../../records/sealing/open-sealing.ts';

/** A result as it is to be sealed. */
export interface ToBeSealed {
  readonly unit: string;
  readonly agency: string;
  /** Where the mark goes, in a document that was made here. */
  readonly place: Place | undefined;
  readonly registration: { readonly documentNumber: string; readonly documentDate: string } | null;
}

/**
 * Applies the seal of the agency that decided, after every personal signature (NĐ 30/2020/NĐ-CP Đ32). A file that was
 * given is marked where it has a field for the seal, and gets number and date where it has fields for these; without
 * such a field nothing is drawn over what was written, and programs that list signatures show the seal.
 *
 * @throws SealRefusal
 */
export async function sealResult(
  { sealers, draw, now }: Sealing,
  pdf: Uint8Array,
  { unit, agency, place, registration }: ToBeSealed,
): Promise<Buffer> {
  const sealer = await sealers.of(unit, agency);
  const fields = new Set(
    [...formFields(new PdfFile(Buffer.from(pdf)).revision(0)).values()].map(({ name }) => name),
  );
  const { number, date, seal } = REGISTRY_FIELDS;
  const fill = {
    ...(registration && fields.has(number) && { [number]: registration.documentNumber }),
    ...(registration && fields.has(date) && { [date]: dateWritten(registration.documentDate) }),
  };
  const lines = [...markLines(agency, now()), ...(sealer.demonstration ? [DEMONSTRATION] : [])];
  const mark = fields.has(seal) ? { lines } : place && { lines, place };
  const sealed = await sealPdf({ ...sealer, draw, now }, pdf, {
    field: seal,
    name: agency,
    fill,
    ...(mark && { mark }),
  });
  return Buffer.from(sealed);
}
