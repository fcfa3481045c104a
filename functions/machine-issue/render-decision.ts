import { readFile } from 'node:fs/promises';
import { jsPDF } from 'jspdf';
import { parseInstant } from '../domain/vietnam-time.ts';

/** What a plain result says. */
export interface DecisionText {
  readonly number: string;
  readonly outcome: 'granted' | 'refused';
  readonly text: string;
  readonly procedureName: string;
  readonly unitName: string;
  readonly applicantName: string;
  readonly decidedAt: string;
  readonly dossier: string;
}

const MARGIN = 25;
const WIDTH = 210 - 2 * MARGIN;
const BOTTOM = 297 - MARGIN;

/**
 * Renders a plain result (A4) from the decision. The printed forms and signatures prescribed by TT 03/2025/TT-VPCP are not made
 * here: this is the unsigned text, with its number and date.
 */
export async function renderDecision(fontFile: string, content: DecisionText): Promise<Buffer> {
  const page = new jsPDF({ unit: 'mm', format: 'a4', compress: true, putOnlyUsedFonts: true });
  page.addFileToVFS('text.ttf', (await readFile(fontFile)).toString('base64'));
  page.addFont('text.ttf', 'text', 'normal', undefined, 'Identity-H');
  page.setFont('text');
  const decided = new Date(parseInstant(content.decidedAt));
  page.setCreationDate(decided);
  // An equal decision gives equal bytes: a repeated issue does not leave two different files.
  page.setFileId(idOf(content.number + content.dossier));
  page.setProperties({ title: content.number, subject: content.procedureName, creator: 'Một Cửa' });
  let y = MARGIN;
  const write = (text: string, size: number, align: 'left' | 'center' = 'left', gap = 2) => {
    page.setFontSize(size);
    for (const line of page.splitTextToSize(text, WIDTH) as string[]) {
      if (y > BOTTOM) {
        page.addPage();
        y = MARGIN;
      }
      page.text(line, align === 'center' ? 105 : MARGIN, y, { align });
      y += size * 0.5;
    }
    y += gap;
  };
  write(content.unitName.toLocaleUpperCase('vi'), 12, 'center', 1);
  write(`Số: ${content.number}`, 11, 'center', 10);
  write('KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH', 15, 'center', 1);
  write(content.outcome === 'granted' ? 'Đồng ý giải quyết' : 'Từ chối giải quyết', 12, 'center', 8);
  write(`Thủ tục: ${content.procedureName}`, 11);
  write(`Mã hồ sơ: ${content.dossier}`, 11);
  write(`Người đề nghị: ${content.applicantName}`, 11, 'left', 6);
  write(content.text, 11, 'left', 10);
  write(`Ngày ${vietnameseDate(content.decidedAt)}`, 11);
  return Buffer.from(page.output('arraybuffer'));
}

function vietnameseDate(instant: string): string {
  const [year = '', month = '', day = ''] = instant.slice(0, 10).split('-');
  return `${day} tháng ${month} năm ${year}`;
}

function idOf(text: string): string {
  let hash = 0n;
  for (const character of text)
    hash = (hash * 1_000_003n + BigInt(character.codePointAt(0) ?? 0)) % (1n << 128n);
  return hash.toString(16).toUpperCase().padStart(32, '0');
}
