import type { FormPaper } from '../../../schemas/dossier/form.ts';
import type { FormDocument } from '../../domain/forms/form-document.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import { drawQr } from '../printing/draw-qr.ts';
import { A4, A4_LANDSCAPE, A5, MM, type Paper, SLIP } from '../printing/paper.ts';
import { Sheet } from '../printing/sheet.ts';
import { writeBalanced } from '../printing/write-balanced.ts';
import { writeLetterhead } from '../printing/write-letterhead.ts';
import type { Look } from './look.ts';
import { writeBlock } from './write-block.ts';
import { writeSignatures } from './write-signatures.ts';

const PAPERS: Readonly<Record<FormPaper, { readonly paper: Paper; readonly look: Look }>> = {
  A4: { paper: A4, look: { size: 13, scale: 1, qr: 25 * MM } },
  A5: { paper: A5, look: { size: 10, scale: 0.75, qr: 20 * MM } },
  'A4 landscape': { paper: A4_LANDSCAPE, look: { size: 10, scale: 1, qr: 25 * MM } },
  slip: { paper: SLIP, look: { size: 9, scale: 0.75, qr: 28 * MM } },
};

/**
 * Renders a form on a paper: tagged, in Vietnamese, its fonts embedded, with the claim of PDF/A-2b. The same document
 * gives the same bytes.
 */
export async function renderForm(
  fontFolder: string,
  document: FormDocument,
  paper: FormPaper,
): Promise<Buffer> {
  const { paper: kind, look } = PAPERS[paper];
  const sheet = new Sheet(fontFolder, kind, {
    title: document.title,
    subject: document.subtitle,
    author: document.agency,
    createdAt: new Date(parseInstant(document.madeAt)),
    archival: true,
  });
  if (paper === 'slip') writeSlipHead(sheet, document, look);
  else writeHead(sheet, document, look);
  for (const block of document.blocks) writeBlock(sheet, block, look, paper === 'slip');
  if (paper === 'slip') writeSlipPayCode(sheet, document, look);
  else writeSignatures(sheet, document, look);
  sheet.y += look.size / 2;
  sheet.write(document.mark, { size: look.size * 0.8, style: 'italic' });
  return sheet.end();
}

/** Head, then the QR code at the left and the title in the middle beside it. */
function writeHead(sheet: Sheet, document: FormDocument, { size, scale, qr }: Look): void {
  writeLetterhead(sheet, document, scale);
  const aside = document.qr === null ? 0 : qr;
  const top = sheet.y;
  if (document.qr !== null)
    drawQr(sheet, { text: document.qr, alt: `Mã QR: ${document.qr}`, left: 0, size: qr });
  if (document.payCode) writePayCode(sheet, document.payCode, { size, qr, left: sheet.textWidth - qr });
  const foot = sheet.y;
  const middle = { align: 'center', left: aside, width: sheet.textWidth - 2 * aside } as const;
  sheet.y = top + size * 0.4;
  writeBalanced(sheet, document.title, { ...middle, size: size + 2, style: 'bold', tag: 'H1' });
  if (document.subtitle !== '') sheet.write(document.subtitle, { ...middle, size, style: 'bold' });
  // The caption stands in the gap.
  sheet.y = Math.max(sheet.y, top + aside, foot - size * 0.6) + size * 0.6;
}

/** The code with its caption below, so that nobody takes it for the dossier's. */
function writePayCode(
  sheet: Sheet,
  { text, alt, caption }: NonNullable<FormDocument['payCode']>,
  { size, qr, left }: { readonly size: number; readonly qr: number; readonly left: number },
): void {
  drawQr(sheet, { text, alt, left, size: qr });
  sheet.y += qr;
  sheet.write(caption, { size: size * 0.65, align: 'center', left, width: qr });
}

function writeSlipPayCode(sheet: Sheet, { payCode }: FormDocument, { size, qr }: Look): void {
  if (!payCode) return;
  sheet.y += size / 2;
  writePayCode(sheet, payCode, { size, qr, left: (sheet.textWidth - qr) / 2 });
}

/** The roll is too narrow for two columns: everything is below one another. */
function writeSlipHead(sheet: Sheet, document: FormDocument, { size, qr }: Look): void {
  const middle = { align: 'center' } as const;
  sheet.write(document.agency, { ...middle, size, style: 'bold' });
  writeBalanced(sheet, document.title, { ...middle, size: size + 2, style: 'bold', tag: 'H1' });
  sheet.y += 2;
  if (document.qr !== null) {
    const left = (sheet.textWidth - qr) / 2;
    drawQr(sheet, { text: document.qr, alt: `Mã QR: ${document.qr}`, left, size: qr });
    sheet.y += qr;
  }
  sheet.write(document.subtitle, { ...middle, size: size + 1, style: 'bold' }, 4);
}
