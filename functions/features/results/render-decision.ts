import {
  type DecisionContent,
  decisionDocument,
  type PrintedDocument,
} from '../../domain/printing/decision-document.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import { A4 } from '../../records/printing/paper.ts';
import { Sheet } from '../../records/printing/sheet.ts';
import { columnsOf, writeLetterhead } from '../../records/printing/write-letterhead.ts';

/** Space for a signature, between the agency's name and the signer's. */
const SIGNATURE_ROOM = 72;

/**
 * Renders a plain result from the decision, on A4. It is unsigned; the same decision gives the same bytes, so that a
 * repeated issue does not leave two different files. A character without a font makes it fail: better no document
 * than one with a gap.
 */
export async function renderDecision(fontFolder: string, content: DecisionContent): Promise<Buffer> {
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
  writeFoot(sheet, document);
  return sheet.end();
}

const BODY = { size: 13, align: 'justified', indented: true } as const;

function writeFoot(sheet: Sheet, document: PrintedDocument): void {
  const { LEFT, RIGHT } = columnsOf(sheet);
  sheet.y += 10;
  sheet.demandRoom(SIGNATURE_ROOM + 80);
  const top = sheet.y;
  sheet.write('Nơi nhận:', { ...LEFT, size: 12, style: 'boldItalic' });
  for (const recipient of document.recipients) sheet.write(`- ${recipient}`, { ...LEFT, size: 11 });
  const leftEnd = sheet.y;
  sheet.y = top;
  for (const signed of document.signedBy)
    sheet.write(signed, { ...RIGHT, size: 13, style: 'bold', align: 'center' });
  sheet.y = Math.max(leftEnd, sheet.y + SIGNATURE_ROOM);
  sheet.write(document.verification, { size: 11, align: 'center' });
}
