import {
  type DecisionContent,
  decisionDocument,
  type PrintedDocument,
} from '../../domain/printing/decision-document.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import { Sheet, TEXT_WIDTH } from './typesetting/sheet.ts';

/**
 * The two columns of the letterhead and of the signature: agency and recipients on the left, nation and signature on
 * the right.
 */
const LEFT = { left: 0, width: TEXT_WIDTH * 0.42 };
const RIGHT = { left: TEXT_WIDTH * 0.42, width: TEXT_WIDTH * 0.58 };

/** Space for a signature, between the agency's name and the signer's. */
const SIGNATURE_ROOM = 72;

/**
 * Renders a plain result from the decision, on A4. It is unsigned; the same decision gives the same bytes, so that a
 * repeated issue does not leave two different files. A character without a font makes it fail: better no document
 * than one with a gap.
 */
export async function renderDecision(fontFolder: string, content: DecisionContent): Promise<Buffer> {
  const document = decisionDocument(content);
  const sheet = new Sheet(fontFolder, {
    title: content.number,
    subject: content.procedureName,
    author: document.agency,
    createdAt: new Date(parseInstant(content.decidedAt)),
  });
  writeHead(sheet, document);
  sheet.write(document.title, { size: 14, style: 'bold', align: 'center', tag: 'H1' });
  sheet.write(document.subtitle, { size: 14, style: 'bold', align: 'center', tag: 'H2' });
  sheet.y += 4;
  sheet.rule(TEXT_WIDTH * 0.4, TEXT_WIDTH * 0.2);
  sheet.y += 12;
  for (const fact of document.facts) sheet.write(fact, BODY, 4);
  sheet.write(document.body, BODY, 4);
  writeFoot(sheet, document);
  return sheet.end();
}

const BODY = { size: 13, align: 'justified', indented: true } as const;

function writeHead(sheet: Sheet, document: PrintedDocument): void {
  const top = sheet.y;
  if (document.parent !== null) sheet.write(document.parent, { ...LEFT, size: 12, align: 'center' });
  sheet.write(document.agency, { ...LEFT, size: 12, style: 'bold', align: 'center' });
  sheet.y += 3;
  sheet.rule(LEFT.width * 0.3, LEFT.width * 0.4);
  const leftEnd = sheet.y;

  sheet.y = top;
  sheet.write('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...RIGHT, size: 12, style: 'bold', align: 'center' });
  const motto = 'Độc lập - Tự do - Hạnh phúc';
  const setting = { ...RIGHT, size: 13, style: 'bold', align: 'center' } as const;
  sheet.write(motto, setting);
  const ruled = sheet.widthOf(motto, setting);
  sheet.y += 3;
  sheet.rule(RIGHT.left + (RIGHT.width - ruled) / 2, ruled);

  const under = Math.max(leftEnd, sheet.y) + 6;
  sheet.y = under;
  sheet.write(document.number, { ...LEFT, size: 13, align: 'center' });
  const numberEnd = sheet.y;
  sheet.y = under;
  sheet.write(document.placeAndDate, { ...RIGHT, size: 13, style: 'italic', align: 'center' });
  sheet.y = Math.max(numberEnd, sheet.y) + 22;
}

function writeFoot(sheet: Sheet, document: PrintedDocument): void {
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
