import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formsCalledFor } from '../../../functions/domain/forms/called-for.ts';
import { makeForm } from '../../../functions/domain/forms/make-form.ts';
import { renderForm } from '../../../functions/records/forms/render-form.ts';
import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { FormPaper } from '../../../schemas/dossier/form.ts';
import { fontFolder } from '../../support/documents/printed-decision.ts';
import { textOfPages } from '../../support/documents/read-pdf.ts';
import { acceptedLedger, CODE, component, sourceOf, submitted } from '../../support/forms/form-ledger.ts';

let fonts: ReturnType<typeof fontFolder>;
beforeAll(() => {
  fonts = fontFolder();
});
afterAll(() => fonts.remove());

function printed(events: readonly LedgerEvent[], id: string, paper: FormPaper, source = sourceOf(events)) {
  const found = formsCalledFor(events).find(form => form.id === id);
  if (!found) throw new Error(`no form ${id}`);
  const document = makeForm(found.form, { ...source, events: events.slice(0, found.event.seq) });
  return renderForm(fonts.folder, document, paper);
}
const words = (pages: readonly string[]) => pages.join('\n').replace(/\s+/g, ' ');
const boxes = (pdf: Buffer) =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[([^\]]*)\]/g)].map(([, box]) => box);

describe('a form as a file', () => {
  test.each([
    ['A5', '0 0 419.527559 595.275591'],
    ['A4', '0 0 595.275591 841.889764'],
  ] as const)(
    'is on %s, tagged, in Vietnamese, made when it happened, and says that it is PDF/A-2b',
    async (paper, box) => {
      const pdf = await printed(acceptedLedger(), '01-2', paper);
      expect(boxes(pdf)).toEqual([box]);
      const raw = pdf.toString('latin1');
      for (const said of [
        '/Lang (vi-VN)',
        '/Marked true',
        '/S /Table',
        '/S /TH',
        '/Scope /Column',
        '/S /Figure',
        '/S /H1',
        '<pdfaid:part>2</pdfaid:part>',
        '<pdfaid:conformance>B</pdfaid:conformance>',
        '/OutputIntents',
        '(D:20261126030500Z)',
      ])
        expect(raw).toContain(said);
      expect(raw).not.toContain('/ModDate');
      expect(raw).not.toMatch(/\/BaseFont \/Helvetica/);
    },
  );

  test('of the same ledger has the same bytes, and those of another ledger differ', async () => {
    const hash = async (events: readonly LedgerEvent[]) =>
      createHash('sha256')
        .update(await printed(events, '01-2', 'A5'))
        .digest('hex');
    expect(await hash(acceptedLedger())).toBe(await hash(acceptedLedger()));
    const [first, ...rest] = acceptedLedger();
    const other = { ...first, data: submitted({ returnBy: 'post' }) } as LedgerEvent;
    expect(await hash([other, ...rest])).not.toBe(await hash(acceptedLedger()));
  });

  test('is read back as it was written, composed', async () => {
    const text = words(await textOfPages(await printed(acceptedLedger(), '01-2', 'A5')));
    for (const said of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      `Mã hồ sơ: ${CODE}`,
      'Đơn đề nghị cấp giấy phép xây dựng',
      'Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 07/12/2026',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
    ])
      expect(text).toContain(said);
    expect(text.normalize('NFC')).toBe(text);
  });

  test('on the roll of the counter ends below its last line', async () => {
    const pdf = await printed(acceptedLedger(), '01-2', 'slip');
    const [box = ''] = boxes(pdf);
    const [, bottom = 0, width, top = 0] = box.split(' ').map(Number);
    expect(width).toBeCloseTo(226.77, 1);
    expect(top - bottom).toBeGreaterThan(300);
    expect(top - bottom).toBeLessThan(600);
    const text = words(await textOfPages(pdf));
    expect(text).toContain('1. Đơn đề nghị cấp giấy phép xây dựng (Bản chính: 1)');
  });
});

describe('the longest form', () => {
  const many = Array.from({ length: 50 }, (_, index) =>
    component(
      `c${index + 1}`,
      index === 3 ? `Giấy số 4 ${'văn bản thỏa thuận '.repeat(210)}hết` : `Giấy tờ số ${index + 1}.`,
    ),
  );
  const [first, ...rest] = acceptedLedger();
  const components = many.map(({ id }) => ({ component: id, files: [], paperCopies: 1 }));
  const events = [{ ...first, data: submitted({ components }) } as LedgerEvent, ...rest];
  const plain = sourceOf(events);
  const name = `Công ty ${'trách nhiệm hữu hạn '.repeat(14)}một`;
  const source = {
    ...plain,
    procedure: { ...plain.procedure, components: many, name: 'Cấp giấy phép xây dựng '.repeat(22).trim() },
    people: { ...plain.people, applicant: { ...plain.people.applicant, name } as never },
  };

  test.each(['A5', 'A4'] as const)(
    'goes on over pages of %s without losing a word, and numbers them',
    async paper => {
      const pages = await textOfPages(await printed(events, '01-2', paper, source));
      expect(pages.length).toBeGreaterThan(3);
      for (const [index, page] of pages.entries())
        if (index > 0) expect(page.trim()).toMatch(new RegExp(`^${index + 1}\\s`));
      const text = words(pages);
      expect(text).toContain(name);
      expect(text.match(/văn bản thỏa/g)?.length).toBeGreaterThanOrEqual(190);
      for (const index of many.keys()) if (index !== 3) expect(text).toContain(`Giấy tờ số ${index + 1}.`);
      // The head of the table is on every page that the table is on.
      expect(text.match(/Tên giấy tờ/g)?.length).toBeGreaterThanOrEqual(pages.length - 1);
    },
  );

  test('a request of fifty long items is printed whole', async () => {
    const data: EventData = {
      type: 'supplementRequested',
      stage: 'intake',
      reason: 'Lý do dài. '.repeat(360).trim(),
      items: Array.from(
        { length: 50 },
        (_, index) => `Mục ${index + 1}: ${'cần hoàn thiện '.repeat(60)}xong`,
      ),
      clock: 'restart',
      legalBasis: null,
      approvedBy: null,
    };
    const pages = await textOfPages(await printed(acceptedLedger([{ data, at: '27T08:00' }]), '02-3', 'A5'));
    const text = words(pages);
    expect(text.match(/xong/g)).toHaveLength(50);
    expect(text.match(/Lý do dài\./g)?.length).toBeGreaterThan(350);
  });
});
