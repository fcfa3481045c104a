import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiptDocument } from '../../../functions/domain/money/receipts/receipt-document.ts';
import { renderForm } from '../../../functions/records/forms/render-form.ts';
import type { FormPaper } from '../../../schemas/dossier/form.ts';
import { fontFolder } from '../../support/documents/printed-decision.ts';
import { textOfPages } from '../../support/documents/read-pdf.ts';
import { earlier, LINES, receiptWith } from '../../support/money-receipts/receipts.ts';

let fonts: ReturnType<typeof fontFolder>;
beforeAll(() => {
  fonts = fontFolder();
});
afterAll(() => fonts.remove());

const PAGE = {
  parent: 'Ủy ban nhân dân phường Tân Hoà',
  place: 'Tân Hoà',
  lookup: 'https://dichvucong.example/bien-lai/EBL01-26TAA-00000012',
};
const printed = (changed: Parameters<typeof receiptWith>[0], paper: FormPaper) =>
  renderForm(fonts.folder, receiptDocument(receiptWith(changed), PAGE), paper);
const read = async (pdf: Buffer) => (await textOfPages(pdf)).join('\n').replace(/\s+/g, ' ');

describe('the page of a receipt', () => {
  test.each(['A5', 'A4'] as const)('on %s is one page that says all that the receipt says', async paper => {
    const pdf = await printed({}, paper);
    expect(await textOfPages(pdf)).toHaveLength(1);
    const text = await read(pdf);
    for (const said of [
      'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      'Mã số thuế: 0100109106',
      'Tân Hoà, ngày 05 tháng 7 năm 2026',
      'BIÊN LAI THU THUẾ, PHÍ, LỆ PHÍ',
      'Ký hiệu mẫu: EBL01; ký hiệu: 26TAA Số: 00000012',
      'Người nộp tiền: Nguyễn Văn An',
      'Mã hồ sơ: H44.101-260705-0001',
      'Căn cứ miễn, giảm khoản 1: Nghị quyết số 12/2026/NQ-HĐND, Điều 3',
      '100.000 50.000 50.000',
      'Cộng 175.000 50.000 125.000',
      'Số tiền: 125.000 đồng',
      'Số tiền bằng chữ: Một trăm hai mươi lăm nghìn đồng',
      'Thanh toán trực tuyến, lúc 08:30 ngày 05/07/2026',
      'không mệnh giá, lập theo Nghị định số 254/2026/NĐ-CP',
    ])
      expect(text).toContain(said);
  });

  test('says which receipt it replaces or adjusts, and why', async () => {
    const reason = 'Sai tên người nộp';
    const replaced = { kind: { kind: 'replacement', of: earlier(11), reason } } as const;
    const lead = 'ký hiệu mẫu EBL01, ký hiệu 26TAA, số 00000011, ngày 05/07/2026. Lý do: Sai tên người nộp';
    expect(await read(await printed(replaced, 'A5'))).toContain(`Thay thế biên lai ${lead}`);
    const adjusted = { kind: { kind: 'adjustment', of: earlier(11), reason, change: 'decrease' } } as const;
    expect(await read(await printed(adjusted, 'A5'))).toContain(`Điều chỉnh giảm biên lai ${lead}`);
  });

  test('goes on on further pages with many lines', async () => {
    const [line] = LINES;
    const lines = Array.from({ length: 60 }, () => ({ ...line, paid: 50_000 }) as never);
    const pages = await textOfPages(await printed({ lines, total: 3_000_000 }, 'A5'));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.join(' ')).toContain('Ba triệu đồng');
  });

  test('of the same receipt has the same bytes, and none is made of a wrong one', async () => {
    expect((await printed({}, 'A5')).equals(await printed({}, 'A5'))).toBe(true);
    expect(() => receiptDocument(receiptWith({ total: 1 }), PAGE)).toThrow('not the sum of the lines');
  });

  test('shows no QR code where the receipt cannot be looked up', () => {
    expect(receiptDocument(receiptWith(), { ...PAGE, lookup: null }).qr).toBeNull();
    expect(receiptDocument(receiptWith(), PAGE).qr).toBe(PAGE.lookup);
  });
});
