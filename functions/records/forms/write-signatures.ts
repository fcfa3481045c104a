import type { FormDocument, FormSignature } from '../../domain/forms/form-document.ts';
import type { Sheet } from '../printing/sheet.ts';
import { writeBalanced } from '../printing/write-balanced.ts';
import { drawInk } from './draw-ink.ts';
import type { Look } from './look.ts';

/** Space for a signature, as a multiple of the size of the text. */
const ROOM = 4.5;

/** Size of what is said of handwriting, as a multiple of the size of the text. */
const CAPTION = 0.7;

/** Writes the signatures beside one another, and recipients at the left of the only one; kept on one page. */
export function writeSignatures(sheet: Sheet, document: FormDocument, { size }: Look): void {
  const { signatures, recipients } = document;
  const columns = recipients.length > 0 ? 2 : Math.max(2, signatures.length);
  const width = sheet.textWidth / columns;
  sheet.y += size * 0.5;
  if (signatures.length > 0) sheet.demandRoom(size * (ROOM + (signatures.some(({ ink }) => ink) ? 8 : 6)));
  const top = sheet.y;
  let end = top;
  if (recipients.length > 0) {
    sheet.write('Nơi nhận:', { size: size * 0.9, style: 'boldItalic', width });
    for (const recipient of recipients) sheet.write(`- ${recipient}`, { size: size * 0.85, width });
    end = sheet.y;
  }
  // The only one signs at the right, as everybody does who signs last.
  const first = columns - signatures.length;
  for (const [index, signature] of signatures.entries()) {
    sheet.y = top;
    writeSignature(sheet, signature, { size, left: (first + index) * width, width });
    end = Math.max(end, sheet.y);
  }
  sheet.y = end + (signatures.some(({ ink }) => ink) ? size * 0.4 : 0);
  for (const { ink } of signatures)
    if (ink) sheet.write(ink.caption, { size: size * CAPTION, style: 'italic' });
}

function writeSignature(
  sheet: Sheet,
  { titles, note, name, ink }: FormSignature,
  { size, left, width }: { size: number; left: number; width: number },
): void {
  const place = { left, width, align: 'center' } as const;
  for (const title of titles) writeBalanced(sheet, title, { ...place, size, style: 'bold' });
  sheet.write(note, { ...place, size: size * 0.9, style: 'italic' });
  if (ink) {
    const side = width * 0.08;
    const room = { left: left + side, top: sheet.y, width: width - 2 * side, height: size * ROOM };
    drawInk(sheet, ink, room);
  }
  sheet.y += size * ROOM;
  if (name !== '') sheet.write(name, { ...place, size, style: 'bold' });
}
