import { describe, expect, test } from 'vitest';
import { csvOf } from '../../functions/records/tables/csv.ts';
import { xlsxOf } from '../../functions/records/tables/xlsx.ts';
import { readCsv } from '../unit/exports/read-csv.ts';
import { readWorkbook } from '../unit/exports/read-workbook.ts';
import { bytesOf, tableOf } from '../unit/exports/tables.ts';

/** The cells of a column of texts, as a program finds them that knows nothing of the writer. */
async function asCsv(texts: readonly string[]): Promise<string[]> {
  const bytes = await bytesOf(
    csvOf(
      tableOf(
        texts.map(Tên => ({ Tên })),
        { Tên: 'text' },
      ),
    ),
  );
  const [, ...rows] = readCsv(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  return rows.map(([cell = '']) => cell);
}

async function asWorkbook(texts: readonly string[]) {
  const bytes = await bytesOf(
    xlsxOf(
      tableOf(
        texts.map(Tên => ({ Tên })),
        { Tên: 'text' },
      ),
    ),
  );
  const { cells, xml } = readWorkbook(bytes);
  return { cells: texts.map((_, at) => cells[`A${at + 2}`]), xml };
}

const apostrophed = (text: string) => `'${text}`;

describe('whispaste/whispaste#126, hhurz/tableExport.jquery.plugin#230, jogetworkflow/jw-community#20: formulas in a CSV', () => {
  const formulas = [
    ...['=', '+', '-', '@'].map(sign => `${sign}HYPERLINK("http://x","Xem")`),
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    ' =1+1',
    '\u00A0=1+1',
    '\u3000=1+1',
    '\u200B=1+1',
    '\uFEFF=1+1',
    '\u2060 \u200E@SUM(A1)',
    '＝1+1',
    '＋84',
    '－1',
    '＠SUM(A1)',
    '−1',
  ];

  test('are run by no spreadsheet, behind whatever blank and in whatever width they stand', async () => {
    expect(await asCsv(formulas)).toEqual(formulas.map(apostrophed));
  });

  test('are texts in a workbook, as they were written', async () => {
    const { cells, xml } = await asWorkbook(formulas);
    expect(cells).toEqual(formulas);
    expect(xml).not.toContain('<f>');
  });
});

describe('jogetworkflow/jw-community#20: what a spreadsheet would make something else of', () => {
  const changed = [
    ...['1E5', '1.5e-3', '1e+05', '12E-3', '5%', '(5)', '$5', '500.000 đ', '1.250.000 VND'],
    ...['0912345678', '0912 345 678', '025090000001', '00123', '1.001020', '1/2', '2026-11-23', '12:30 PM'],
    ...['May 10', '10 May', '3-Sept-2026', 'Tháng 5', '12-thg 3', 'TRUE', 'false', '１２３'],
  ];
  const plain = [
    ...['Tổng công ty May 10', 'Công ty May Việt', 'Maya 10', 'Trần Thị Mai', '12 Trần Phú', 'Số 5', '5A'],
    ...['H44.101-261123-0001', 'G09.20-20260609-0092637', 'Đúng hạn', 'a=b', 'Hộ kinh doanh 3 tháng'],
    ...[' lề', 'E5', '1 Eo', 'Số −1', '1E5 thửa'],
  ];

  test('stays a text in a CSV, and nothing else gets an apostrophe', async () => {
    expect(await asCsv(changed)).toEqual(changed.map(apostrophed));
    expect(await asCsv(plain)).toEqual(plain);
  });

  test('stays a text in a workbook, without one', async () => {
    expect((await asWorkbook([...changed, ...plain])).cells).toEqual([...changed, ...plain]);
  });
});

describe('PHPOffice/PhpSpreadsheet#212, randym/axlsx#105, jmcnamara/libxlsxwriter#42: what XML cannot hold', () => {
  test.each([
    ['a\u000Bb', 'a\uFFFDb'],
    ['a\u0000b', 'a\uFFFDb'],
    ['a & b < c', 'a & b < c'],
    ['\uD800x', '\uFFFDx'],
  ])('%j leaves the workbook whole', async (text, read) => {
    const { cells } = readWorkbook(await bytesOf(xlsxOf(tableOf([{ Tên: text }], { Tên: 'text' }))));
    expect(cells['A2']).toBe(read);
  });

  test('a text that looks like an escape is not taken for one', async () => {
    const { cells } = readWorkbook(await bytesOf(xlsxOf(tableOf([{ Tên: '_x0041_' }], { Tên: 'text' }))));
    expect(cells['A2']).toBe('_x005F_x0041_');
  });
});
