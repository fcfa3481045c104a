import {
  type DecisionContent,
  decisionDocument,
  type PrintedDocument,
} from '../../domain/printing/decision-document.ts';
import type { Place, Rectangle } from '../../domain/sealing/place-field.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import { drawQr } from '../../records/printing/draw-qr.ts';
import { A4, MM } from '../../records/printing/paper.ts';
import { Sheet } from '../../records/printing/sheet.ts';
import { columnsOf, writeLetterhead } from '../../records/printing/write-letterhead.ts';

/** Space for a signature, between the agency's name and the signer's. */
const SIGNATURE_ROOM = 72;
/** Side of the QR code, in points. */
const QR_SIDE = 20 * MM;
/** The mark of the seal in that room, in points. */
const MARK_WIDTH = 190;
const MARK_HEIGHT = 48;
const MARK_MARGIN = 12;

/**
 * Renders a plain result from the decision, on A4. It is unsigned; the same decision gives the same bytes, so that a
 * repeated issue does not leave two different files. A character without a font makes it fail: better no document
 * than one with a gap.
 */
export async function renderToBeSealed(
  fontFolder: string,
  content: DecisionContent,
): Promise<{ readonly bytes: Buffer; readonly sealAt: Place }> {
  const document = decisionDocument(content);
  const sheet = new Sheet(fontFolder, A4, {
    title: content.number,
    subject: content.procedureName,
    author: document.agency,
    createdAt: new Date(parseInstant(content.decidedAt)),
  });
  writeLetterhead(sheet, document);
  sheet.write(document.title, { size: 14, style: 'bold', align: 'center', tag: 'H1' });
  sheet.write(document.subtitle, { size: 14, style: 'bold', align: 'center', tag: 'H2' });
  sheet.y += 4;
  sheet.rule(sheet.textWidth * 0.4, sheet.textWidth * 0.2);
  sheet.y += 12;
  for (const fact of document.facts) sheet.write(fact, BODY, 4);
  sheet.write(document.body, BODY, 4);
  const rectangle = writeFoot(sheet, document);
  return { bytes: await sheet.end(), sealAt: { page: 'last', rectangle } };
}

/** The document alone. */
export async function renderDecision(fontFolder: string, content: DecisionContent): Promise<Buffer> {
  return (await renderToBeSealed(fontFolder, content)).bytes;
}

const BODY = { size: 13, align: 'justified', indented: true } as const;

/** Writes recipients and signature; gives where the mark of the seal goes: a third over the left of the signature. */
function writeFoot(sheet: Sheet, document: PrintedDocument): Rectangle {
  const { LEFT, RIGHT } = columnsOf(sheet);
  sheet.y += 10;
  sheet.demandRoom(SIGNATURE_ROOM + QR_SIDE + 50);
  const above = sheet.y;
  sheet.write('Nơi nhận:', { ...LEFT, size: 12, style: 'boldItalic' });
  for (const recipient of document.recipients) sheet.write(`- ${recipient}`, { ...LEFT, size: 11 });
  sheet.y += 4;
  const alt = `Mã QR: ${document.qr}`;
  drawQr(sheet, { text: document.qr, alt, left: LEFT.left, size: QR_SIDE });
  const leftEnd = sheet.y + QR_SIDE;
  sheet.y = above;
  for (const signed of document.signedBy)
    sheet.write(signed, { ...RIGHT, size: 13, style: 'bold', align: 'center' });
  const { width, height, left } = sheet.paper;
  const from = left + RIGHT.left;
  const top = height - sheet.y - MARK_MARGIN;
  const rectangle = [from, top - MARK_HEIGHT, Math.min(from + MARK_WIDTH, width), top] as const;
  sheet.y = Math.max(leftEnd, sheet.y + SIGNATURE_ROOM);
  sheet.write(document.verification, { size: 11, align: 'center' });
  return rectangle;
}
