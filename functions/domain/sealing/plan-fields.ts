import { textString } from '../pdf/text-string.ts';
import { PdfUpdate } from '../pdf/update.ts';
import { dictOf, isDict, named, PdfError, type PdfValue } from '../pdf/values.ts';
import { formFields, signedFields } from '../signatures/signed-fields.ts';
import { formOf, type Place, placeField } from './place-field.ts';
import { SealRefusal } from './refusal.ts';

/** A field planned for later: a signature, or a text that the registry clerk (văn thư) fills. */
export interface PlannedField {
  readonly name: string;
  readonly kind: 'signature' | 'text';
  readonly place: Place;
}

/** Nobody types into it: it is filled with the seal. */
const READ_ONLY = 1;
/** Signatures exist, and the file is only added to (SigFlags). */
const SIGNATURES_AND_APPEND_ONLY = 3;

/**
 * Adds empty fields to a document that nobody has signed yet, so that later signatures and entries only fill what the
 * first signer saw. A field that is there already is left as it is.
 */
export function planFields(pdf: Uint8Array, fields: readonly PlannedField[]): Uint8Array {
  try {
    const update = new PdfUpdate(Buffer.from(pdf));
    if (signedFields(update.view).length > 0) throw new SealRefusal('signed-already', 'a field is signed');
    const there = new Set([...formFields(update.view).values()].map(({ name }) => name));
    const missing = fields.filter(({ name }) => !there.has(name));
    if (missing.length === 0) return pdf;
    for (const { name, kind, place } of missing)
      placeField(update, { name, place, entries: entriesOf(kind) });
    completeForm(update);
    return update.write().bytes;
  } catch (error) {
    if (error instanceof PdfError) throw new SealRefusal('file-unusable', error.message);
    throw error;
  }
}

const entriesOf = (kind: PlannedField['kind']): Readonly<Record<string, PdfValue>> =>
  kind === 'signature'
    ? { FT: named('Sig') }
    : { FT: named('Tx'), Ff: READ_ONLY, DA: textString('/Helv 12 Tf 0 g') };

/** What a form with fields must have; the font is only named, every entry brings the one it is shown in. */
function completeForm(update: PdfUpdate): void {
  const ref = formOf(update);
  const form = update.get(ref);
  const has = (key: string) => isDict(form) && form.has(key);
  const font = dictOf({ Type: named('Font'), Subtype: named('Type1'), BaseFont: named('Helvetica') });
  update.change(ref, {
    SigFlags: SIGNATURES_AND_APPEND_ONLY,
    ...(!has('DA') && { DA: textString('/Helv 12 Tf 0 g') }),
    ...(!has('DR') && { DR: dictOf({ Font: dictOf({ Helv: font }) }) }),
  });
}
