import { dateOfInstant } from '../pdf/dates.ts';
import { importPage } from '../pdf/import-page.ts';
import { textString } from '../pdf/text-string.ts';
import { PdfUpdate } from '../pdf/update.ts';
import { dictOf, isDict, named, PdfRef, type PdfValue } from '../pdf/values.ts';
import { Verbatim, writeValue } from '../pdf/write-value.ts';
import type { Draw, Drawing } from '../ports/drawing.ts';
import { type FormField, formFields } from '../signatures/signed-fields.ts';
import type { Instant } from '../vietnam-time.ts';
import { formOf, type Place, placeField } from './place-field.ts';
import { SealRefusal } from './refusal.ts';
import { sizeOf } from './size-of.ts';

/** What the seal looks like. */
export interface Mark {
  /** Where, if its field was not planned. */
  readonly place?: Place;
  /** Agency and time of signing, as lawful marks have them: see `markLines`. */
  readonly lines: readonly string[];
  /** Picture of the seal, PNG. */
  readonly picture?: Uint8Array;
  /** `copy`: as digitized copies are marked, in black and without a frame. */
  readonly look?: 'copy';
}

export interface SealOptions {
  /** Full name of the signature field: one that was planned, or a new one. */
  readonly field: string;
  /** Who seals, as shown by programs that list signatures. */
  readonly name: string;
  readonly reason?: string;
  /** Texts for planned fields, by their full names. */
  readonly fill?: Readonly<Record<string, string>>;
  /** None for a seal that is not shown. */
  readonly mark?: Mark;
}

/** A file in which all stands but the signature itself. */
export interface PreparedSeal {
  readonly bytes: Buffer;
  /** Where the signature goes, from its first bracket to the byte after the last. */
  readonly contents: { readonly start: number; readonly end: number };
}

interface Preparing extends SealOptions {
  readonly at: Instant;
  /** Bytes for the signature. */
  readonly room: number;
  readonly draw: Draw;
}

const RANGE = '/ByteRange [0 0000000000 0000000000 0000000000]';

/** Fills the planned fields, sets the mark, and leaves room for the signature. */
export async function prepareSeal(pdf: Uint8Array, options: Preparing): Promise<PreparedSeal> {
  const { field, mark, room, draw } = options;
  const update = new PdfUpdate(Buffer.from(pdf));
  const fields = [...formFields(update.view).values()];
  for (const [name, text] of Object.entries(options.fill ?? {}))
    await fillField(update, fields, { name, text, draw });
  const signature = update.add(signatureOf(options));
  const planned = fields.find(({ name, placeOnly }) => name === field && !placeOnly);
  if (planned && (planned.type !== 'Sig' || planned.value !== null))
    throw new SealRefusal('field-taken', field);
  const ref = planned
    ? new PdfRef(planned.number)
    : placeField(update, { name: field, place: mark?.place, entries: { FT: named('Sig') } });
  update.change(ref, { V: signature });
  if (mark) {
    const size = sizeOf(update, ref);
    const drawing: Drawing = {
      ...size,
      lines: mark.lines,
      align: 'left',
      ...(mark.look === 'copy'
        ? { size: 10, colour: 'black', framed: false }
        : { size: 9, colour: 'seal', framed: !mark.picture }),
    };
    const shown = await draw(mark.picture ? { ...drawing, picture: mark.picture } : drawing);
    update.change(ref, { AP: dictOf({ N: importPage(update, shown) }) });
  }
  const form = formOf(update);
  const formNow = update.get(form);
  if (!isDict(formNow) || formNow.get('SigFlags') !== 3) update.change(form, { SigFlags: 3 });
  const { bytes, offsetOf } = update.write();
  const start = bytes.indexOf('/Contents <', offsetOf(signature), 'latin1') + '/Contents '.length;
  const end = start + 2 * room + 2;
  const numbers = [start, end, bytes.length - end].map(number => String(number).padStart(10, '0'));
  bytes.write(
    `/ByteRange [0 ${numbers.join(' ')}]`,
    bytes.indexOf(RANGE, offsetOf(signature), 'latin1'),
    'latin1',
  );
  return { bytes, contents: { start, end } };
}

/** The signature dictionary, with room for what is known only when everything is written. */
function signatureOf({ name, reason, at, room }: Preparing): Verbatim {
  const entries: Readonly<Record<string, PdfValue | undefined>> = {
    Type: named('Sig'),
    Filter: named('Adobe.PPKLite'),
    SubFilter: named('ETSI.CAdES.detached'),
    M: dateOfInstant(at),
    Name: textString(name),
    Reason: reason === undefined ? undefined : textString(reason),
  };
  const written = writeValue(dictOf(entries)).toString('latin1').slice(0, -2);
  return new Verbatim(Buffer.from(`${written} ${RANGE} /Contents <${'0'.repeat(2 * room)}>>>`, 'latin1'));
}

/** Fills a planned text field, with the picture of the text in the fonts of documents. */
async function fillField(
  update: PdfUpdate,
  fields: readonly FormField[],
  { name, text, draw }: { readonly name: string; readonly text: string; readonly draw: Draw },
): Promise<void> {
  const field = fields.find(one => one.name === name && one.type === 'Tx');
  if (!field) throw new SealRefusal('field-missing', name);
  if (field.value !== null) throw new SealRefusal('field-taken', name);
  const ref = new PdfRef(field.number);
  const drawn = await draw({
    ...sizeOf(update, ref),
    lines: [text],
    size: 13,
    align: 'left',
    colour: 'black',
  });
  update.change(ref, { V: textString(text), AP: dictOf({ N: importPage(update, drawn) }) });
}
