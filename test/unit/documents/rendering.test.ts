import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderDecision } from '../../../functions/features/results/render-decision.ts';
import { MissingGlyphError } from '../../../functions/records/printing/shape-text.ts';
import { decisionWith, fontFolder } from '../../support/documents/printed-decision.ts';
import { textOfPages } from '../../support/documents/read-pdf.ts';

let fonts: ReturnType<typeof fontFolder>;
beforeAll(() => {
  fonts = fontFolder();
});
afterAll(() => fonts.remove());

const render = (changed: Parameters<typeof decisionWith>[0]) =>
  renderDecision(fonts.folder, decisionWith(changed));

describe('the document of a decision', () => {
  test('shows its head, title, facts, text, recipients and the agency that signs', async () => {
    const [page = ''] = await textOfPages(
      await render({
        letterhead: {
          parent: 'Ủy ban nhân dân tỉnh Phú Thọ',
          agency: 'Sở Xây dựng tỉnh Phú Thọ',
          place: 'Phú Thọ',
        },
      }),
    );
    const lines = page.split('\r\n').map(line => line.trim());
    for (const line of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: H44.101-KQ2026-000001',
      'Phú Thọ, ngày 26 tháng 11 năm 2026',
      'KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
      'Đồng ý giải quyết',
      'Thủ tục: Cấp giấy phép xây dựng nhà ở riêng lẻ',
      'Mã hồ sơ: H44.101-261126-0001',
      'Chủ hồ sơ: Nguyễn Văn An',
      'Đồng ý.',
      'Nơi nhận:',
      '- Lưu: hồ sơ H44.101-261126-0001.',
    ]) {
      expect(lines.join('\n')).toContain(line);
    }
    expect(page.match(/SỞ XÂY DỰNG TỈNH PHÚ\s+THỌ/g)).toHaveLength(2);
  });

  test('of an equal decision has equal bytes', async () => {
    const text = 'Ê\u0306 王小明 ខ្ញុំ ☑\tĐồng ý';
    expect((await render({ text })).equals(await render({ text }))).toBe(true);
  });

  test('says its language, title and structure, and is made when it was decided', async () => {
    const pdf = (await render({})).toString('latin1');
    expect(pdf).toContain('/Lang (vi-VN)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('/Marked true');
    expect(pdf).toContain('/S /H1');
    expect(pdf).toContain('(D:20261126030000Z)');
  });

  test('goes on over pages, which are numbered', async () => {
    const text = Array.from(
      { length: 120 },
      (_, index) => `Điều ${index + 1}. Thực hiện đúng giấy phép.`,
    ).join('\n');
    const pages = await textOfPages(await render({ text }));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[0]).not.toMatch(/^1\s/);
    for (const [index, page] of pages.entries())
      if (index > 0) expect(page.trim()).toMatch(new RegExp(`^${index + 1}\\s`));
    const found = pages.join('\n').match(/Điều \d+\./g) ?? [];
    expect(found).toEqual(Array.from({ length: 120 }, (_, index) => `Điều ${index + 1}.`));
  });

  test('is not made where a character would be missing', async () => {
    for (const changed of [
      { text: 'A😀' },
      { applicantName: 'שלום' },
      { procedureName: 'Cấp 한' },
      { text: '\u0301' },
    ])
      await expect(render(changed)).rejects.toThrow(MissingGlyphError);
  });

  test('tells letters apart that look the same', async () => {
    const text = 'Đ Ð Ɖ đ ð - ‐ ‑ µ μ';
    expect((await textOfPages(await render({ text }))).join('')).toContain(text);
  });
});
